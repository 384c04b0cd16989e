import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { permitsOf } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { countByChannel } from "~/features/events/read-staff-parties.server";
import { toldWords } from "~/features/events/staff-words";
import { longDay } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Cancel this event?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { slug, title, startsAt, endsAt, state } = seen.event;
  if (state !== "published" || endsAt <= ctx.now) throw redirect(`/manage/events/${slug}`);
  return { slug, title, day: longDay(startsAt), told: toldWords(await countByChannel(ctx, seen.event.id)) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await cancelEvent(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/events/${slug}?done=cancelled`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return redirect(`/manage/events/${slug}`, 303);
}

export default function CancelEvent() {
  const { slug, title, day, told } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.reason?.[0];
  return (
    <Page
      title="Cancel this event?"
      caption={`${title}, ${day}`}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#reason" }]} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/cancel`} noValidate>
        <FormToken />
        {told.length === 0 ? (
          <p>Nobody has booked, so nobody is told. The page stays and says that the event is cancelled.</p>
        ) : (
          <>
            <p>
              This can’t be undone. Everyone with a place or waiting for one is told once, with your reason:
            </p>
            <ul className="rh-list">
              {told.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
        <Textarea
          name="reason"
          label="Why is it cancelled?"
          hint="Everyone reads this: people who were coming, and the event’s page."
          error={error}
          defaultValue={one(refused?.typed ?? {}, "reason")}
          rows={3}
        />
        <ButtonRow>
          <Button variant="warning">Cancel the event</Button>
          <ButtonLink href={`/manage/events/${slug}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
