import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { permitsOf } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { resizeEvent } from "~/features/events/resize-event.server";
import { counted } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Change the number of places");

const ENDED = {
  past: "This event is over, so its number of places stays as it was",
  cancelled: "This event is cancelled, so it has no places",
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { slug, title, capacity, onlineCapacity, confirmedPlaces, heldPlaces, waitingCount } = seen.event;
  const { onlineConfirmed, onlineHeld } = seen.event;
  return {
    slug,
    title,
    capacity,
    onlineCapacity,
    taken: confirmedPlaces + heldPlaces + onlineConfirmed + onlineHeld,
    waitingCount,
    room: seen.venue && { name: seen.venue.name, capacity: seen.venue.capacity },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await resizeEvent(ctx, { slug, typed });
  if (result.ok) {
    return redirect(`/manage/events/${slug}?done=${result.excess > 0 ? "overfull" : "resized"}`, 303);
  }
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return refuse(args.context, typed, { capacity: [ENDED[result.reason]] });
}

export default function ResizeEvent() {
  const { slug, title, capacity, onlineCapacity, taken, waitingCount, room } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.capacity?.[0];
  const onlineError = refused?.fields.onlineCapacity?.[0];
  const errors = summaryOf(refused);
  return (
    <Page
      title="Change the number of places"
      caption={title}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/capacity`} noValidate>
        <FormToken />
        <p>
          {counted(taken, "place is", "places are")} taken and{" "}
          {counted(waitingCount, "booking waits", "bookings wait")}. With more places, those who fit get one
          at once. With fewer, nobody loses a place: the event shows as over-full until it is made up.
        </p>
        <TextInput
          name="capacity"
          label="Number of places"
          hint={room ? `The largest room of ${room.name} holds ${room.capacity}.` : undefined}
          error={error}
          defaultValue={refused ? one(refused.typed, "capacity") : String(capacity)}
          inputMode="numeric"
          autoComplete="off"
          width={5}
        />
        {onlineCapacity !== null && (
          <TextInput
            name="onlineCapacity"
            label="Places online"
            error={onlineError}
            defaultValue={refused ? one(refused.typed, "onlineCapacity") : String(onlineCapacity)}
            inputMode="numeric"
            autoComplete="off"
            width={5}
          />
        )}
        <ButtonRow>
          <Button>Save</Button>
          <ButtonLink href={`/manage/events/${slug}`} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
