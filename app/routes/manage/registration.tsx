import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { may } from "~/features/events/may";
import { PartyActions } from "~/features/events/PartyActions";
import { PartyBooked } from "~/features/events/PartyBooked";
import { PartyFacts } from "~/features/events/PartyFacts";
import { PartyHistory } from "~/features/events/PartyHistory";
import { PartyTold } from "~/features/events/PartyTold";
import { listOffers } from "~/features/events/read-claims.server";
import { listNeedsOf } from "~/features/events/read-need-tasks.server";
import { listChoices } from "~/features/events/read-sessions.server";
import {
  findPartyForStaff,
  findTwin,
  listHistory,
  listTold,
} from "~/features/events/read-staff-parties.server";
import { bookingAt } from "~/features/events/rules";
import { standingWords } from "~/features/events/staff-words";
import { findRemembered } from "~/features/people/read-remembered.server";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { InsetText } from "~/ui/InsetText";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `Booking ${args.data.registration.reference}` : undefined);

/** Other programs read the state from `main`. */
export const handle = {
  facts: (data?: { registration: { state: string } }) =>
    data ? { "data-registration-state": data.registration.state } : {},
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const party = await findPartyForStaff(ctx, args.params.id ?? "");
  if (!party) throw missing();
  const { event, registration, participant } = party;
  const { slug, title, startsAt, carersTakePlaces } = event;
  const twin = await findTwin(ctx, party);
  return {
    registration,
    participant,
    event: { slug, title, startsAt, carersTakePlaces, isCancelled: event.state === "cancelled" },
    needs: await listNeedsOf(ctx, registration.id),
    remembered: await findRemembered(ctx, participant),
    chosen: await listChoices(ctx, registration.id),
    history: await listHistory(ctx, registration.id),
    told: await listTold(ctx, registration.id),
    twin: twin?.registration.reference,
    isOver: event.endsAt <= ctx.now,
    canRejoin: bookingAt(event, ctx.now) === "open" && registration.approval !== "declined",
    justBooked: new URL(args.request.url).searchParams.get("done") === "booked",
    pays:
      registration.state === "confirmed" &&
      may.claim(ctx.actor, event, false) &&
      (await listOffers(ctx, event.id)).length > 0,
    done: doneIn(args.request.url),
  };
}

export default function StaffRegistration() {
  const data = useLoaderData<typeof loader>();
  const { registration, participant, event, twin, done } = data;
  const state = standingWords(registration);
  const name = participant.name || "Name removed";
  if (data.justBooked && registration.state !== "cancelled") {
    return <PartyBooked registration={registration} participant={participant} event={event} />;
  }
  return (
    <Page
      title={<bdi>{name}</bdi>}
      caption={`Booking ${registration.reference}`}
      back={{ href: `/manage/events/${event.slug}`, text: event.title }}
      notice={done && <EventDone done={done} />}
      head={<Tags items={[state]} />}
    >
      {twin && (
        <InsetText>
          <p>
            This may be the same person as booking {twin}.{" "}
            <a href={`/manage/registrations/${registration.id}/duplicate`}>Compare the two</a>
          </p>
        </InsetText>
      )}
      <PartyActions
        registration={registration}
        isOver={data.isOver}
        canRejoin={data.canRejoin}
        pays={data.pays}
        proof={<FormToken />}
      />
      <h2>Booking</h2>
      <PartyFacts
        registration={registration}
        participant={participant}
        event={event}
        needs={data.needs}
        chosen={data.chosen}
        remembered={data.remembered}
      />
      <h2>What happened to their place, and why</h2>
      <PartyHistory notes={data.history} />
      <h2>What we told them</h2>
      <PartyTold told={data.told} />
    </Page>
  );
}
