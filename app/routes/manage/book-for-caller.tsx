import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CallerFields } from "~/features/events/CallerFields";
import { channelIn, problemsFor, reachIn } from "~/features/events/caller";
import { may } from "~/features/events/may";
import { listSessions } from "~/features/events/read-sessions.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { registerForEvent } from "~/features/events/register.server";
import { bookingAt, hasBegun, placesLeft } from "~/features/events/rules";
import { counted } from "~/features/events/staff-words";
import { listNeighbourhoods } from "~/features/places/read.server";
import { translator } from "~/platform/i18n.server";
import { isLocale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `Book for a caller: ${args.data.title}` : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.bookForCaller(ctx.actor, seen.event)) throw missing();
  const { event, venue } = seen;
  const booking = bookingAt(event, ctx.now);
  if (event.state !== "published" || booking === "not_needed") {
    throw redirect(`/manage/events/${event.slug}`);
  }
  return {
    slug: event.slug,
    title: event.title,
    when: dayAndClock(event.startsAt),
    where: venue?.name ?? "Online",
    event,
    sessions: await listSessions(ctx, event.id),
    left: placesLeft(event),
    waiting: event.waitingCount,
    isOver: booking === "past",
    begun: hasBegun(event, ctx.now),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const locale = one(typed, "locale");
  const result = await registerForEvent(ctx, {
    slug,
    typed: reachIn(typed),
    locale: isLocale(locale) ? locale : "en",
    submissionId: one(typed, "submissionId"),
    channel: channelIn(typed),
  });
  if (result.ok) return redirect(`/manage/registrations/${result.id}?done=booked`, 303);
  if (result.reason === "missing") throw missing();
  const fields = result.fields ?? { name: [`problems.${result.reason}`] };
  return refuse(args.context, typed, problemsFor(fields, translator("en")));
}

export default function BookForCaller() {
  const data = useLoaderData<typeof loader>();
  const { slug, title, when, where, left, begun, neighbourhoods, submissionId } = data;
  const refused = useActionData<typeof action>();
  const fields = refused?.fields ?? {};
  const errors = Object.entries(fields).map(([name, [text = ""]]) => ({ text, href: `#${name}` }));
  return (
    <Page
      title="Book for a caller"
      caption={`${title}, ${when}, ${where}`}
      head={!data.isOver && <p className="rh-quick__left">{leftWords(data)}</p>}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {data.isOver ? (
        <EmptyState title="This event is over" icon="people">
          <p>No place can be saved any more. Note people who came without booking on the list at the door.</p>
          <ButtonLink href={`/manage/events/${slug}/door`}>Go to the door</ButtonLink>
        </EmptyState>
      ) : (
        <form className="rh-quick" method="post" action={`/manage/events/${slug}/book`} noValidate>
          <FormToken />
          <input
            type="hidden"
            name="submissionId"
            value={refused ? one(refused.typed, "submissionId") : submissionId}
          />
          <CallerFields
            typed={refused?.typed ?? {}}
            fields={fields}
            full={left === 0 && !begun}
            event={data.event}
            sessions={data.sessions}
            neighbourhoods={neighbourhoods}
          />
          <Button arrow>{left > 0 || begun ? "Book" : "Put on the list"}</Button>
        </form>
      )}
    </Page>
  );
}

/** What a booking would come to now. */
function leftWords({ left, waiting, begun }: { left: number; waiting: number; begun: boolean }): string {
  const free = `${counted(left, "place is", "places are")} free.`;
  if (begun && left > 0) return `It has begun, and ${free} Book who is on the way.`;
  if (begun) return "It has begun, and all places are taken: nobody moves up the list any more.";
  if (left > 0) return free;
  const waits = counted(waiting, "booking waits", "bookings wait");
  return `All places are taken, and ${waits}. A new one joins the list.`;
}
