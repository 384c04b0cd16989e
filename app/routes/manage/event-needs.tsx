import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { permitsOf, TEAM } from "~/features/events/may";
import { NeedOutcomes } from "~/features/events/NeedOutcomes";
import { NeedTable } from "~/features/events/NeedTable";
import { outcomeProblems, outcomesTyped } from "~/features/events/outcomes";
import { listEventNeeds } from "~/features/events/read-needs.server";
import { needsGoAt } from "~/features/events/read-retention.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { recordNeedOutcomes } from "~/features/events/record-need-outcomes.server";
import { getPeriods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `What people need: ${args.data.title}` : undefined);

async function seenBy(ctx: Ctx, slug: string) {
  const found = await findForStaff(ctx, slug);
  if (!found || !permitsOf(ctx.actor, found.event).seePeople) throw missing();
  const needs = (await listEventNeeds(ctx, found.event.id)).filter(({ task }) => task.state !== "withdrawn");
  return { event: found.event, needs };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const { event, needs } = await seenBy(ctx, args.params.slug ?? "");
  const periods = await getPeriods(ctx);
  return {
    slug: event.slug,
    title: event.title,
    startsAt: event.startsAt,
    begun: event.startsAt <= ctx.now && event.state === "published",
    goesAt: needsGoAt(event.endsAt, periods),
    days: periods.accessNeedsDays,
    now: ctx.now,
    needs: needs.map((need) => ({ ...need, event: { ...need.event, onlineLink: null, dialIn: null } })),
    saved: new URL(args.request.url).searchParams.get("done") === "marked",
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const { event, needs } = await seenBy(ctx, args.params.slug ?? "");
  const typed = await typedIn(args.request);
  const outcomes = outcomesTyped(
    typed,
    needs.map(({ task }) => task.id),
  );
  const result = await recordNeedOutcomes(ctx, { slug: event.slug, typed: outcomes });
  const back = `/manage/events/${event.slug}/needs`;
  if (result.ok) return redirect(`${back}?done=marked`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_yet") return redirect(back, 303);
  return refuse(args.context, typed, outcomeProblems(result.fields));
}

export default function EventNeedsPage() {
  const { slug, title, startsAt, begun, goesAt, days, now, needs, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const here = `/manage/events/${slug}/needs`;
  return (
    <Page
      title="What people need"
      caption={`${title}, ${dayAndClock(startsAt)}`}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          saved && <NotificationBanner success text="Saved. People are told what we noted" />
        )
      }
    >
      {needs.length === 0 && (
        <EmptyState title="Nothing to see to">
          <p>
            Nobody with a place has asked for anything, or it was deleted {days} days after the event. The
            numbers stay.
          </p>
        </EmptyState>
      )}
      {needs.length > 0 && !begun && (
        <NeedTable caption="Needs at this event" needs={needs} now={now} withEvent={false} />
      )}
      {needs.length > 0 && begun && (
        <form className="rh-narrow" method="post" action={here} noValidate>
          <FormToken />
          <p>
            Mark what came of each. Everyone is told once what we noted, with the reason, and can say if it
            was different. On {dayAndClock(goesAt)} the requests are deleted; the numbers stay.
          </p>
          <NeedOutcomes needs={needs} typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
          <Button>Save what came of them</Button>
        </form>
      )}
    </Page>
  );
}
