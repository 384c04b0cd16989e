import { z } from "zod";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { closeList } from "~/features/events/close-list.server";
import { OUTCOMES } from "~/features/events/need-words";
import { findEventRow } from "~/features/events/read.server";
import { listEventNeeds } from "~/features/events/read-needs.server";
import { recordNeedOutcomes } from "~/features/events/record-need-outcomes.server";
import type { Registered } from "~/features/events/register.server";
import { COMMUNICATION_NEEDS } from "~/features/people/rules";
import type { Ctx } from "~/platform/context.server";
import { channelOf, type Need, needAtEvent, type Party } from "./booking";
import { type Chance, chance } from "./chance";
import { readDemo } from "./content.server";
import { atWork, type Deck, deckOf } from "./crowd";
import { atTheDoor, type Guest } from "./door";
import { eventFields, typedEvent } from "./event-sheet";
import { asBooker, asOrganiser, book, makeDraft, publish, type Stage, type Staged } from "./stage.server";
import { stallActs } from "./stalls.server";
import {
  type Act,
  accepted,
  as,
  hoursAfter,
  inOffice,
  london,
  momentsBetween,
  nextWorkday,
} from "./timeline";

const DAY = 24;
const NOT_STATED = "not-stated";
const LANGUAGES = ["Portuguese", "Somali", "Arabic", "Spanish", "Polish", "Bengali"];

const number = z.number().int().min(0);
const byPlace = z.record(z.string(), number);
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

const pastEvent = z.strictObject({
  ...eventFields,
  date: z.iso.date(),
  ends: z.string().regex(/^\d{2}:\d{2}$/),
  opens: wall.optional(),
  closes: wall.optional(),
  adjustments: z.array(
    z.strictObject({
      code: z.enum(COMMUNICATION_NEEDS),
      requested: number,
      met: number,
      partly: number,
      notMet: number,
      /** Why some of them were not met, or only in part; told to those people. */
      reason: z.string().optional(),
    }),
  ),
  counts: z.strictObject({
    registered: number,
    attended: number,
    noShow: number,
    cancelled: number,
    waitingNeverOffered: number,
    walkIns: number,
  }),
  attended: byPlace,
  noShow: byPlace,
  walkIns: byPlace,
});

const totals = z.strictObject({
  events: number,
  byKind: byPlace,
  counts: byPlace,
  attendances: byPlace,
  adjustments: byPlace,
  residentsReached: byPlace,
});

const sheet = z.strictObject({ totals, events: z.array(pastEvent) });

/** The trial year's events and what they must come to. */
export type EventsSheet = z.output<typeof sheet>;
type PastEvent = EventsSheet["events"][number];

/** Reads and checks the trial year's events. */
export function readEvents(): EventsSheet {
  return readDemo("events.yaml", sheet);
}

/** Somebody who booked, when, for those who gave it up when that was, and once it is made the booking itself. */
type Booking = { at: Date; party: Party; cancelledAt: Date | null; registered: Registered | null };

/** Everything that happened around one event of the past, from the draft to the count of who came. */
export function pastEventActs(stage: Stage, event: PastEvent): Act[] {
  const luck = chance(`event ${event.slug}`);
  const staged: Staged = { slug: event.slug };
  const times = {
    starts: `${event.date}T${event.starts}`,
    ends: `${event.date}T${event.ends}`,
    opens: event.opens,
    closes: event.closes,
  };
  const bookings = bookingsOf(stage, event, luck);
  const announced = event.opens ? london(event.opens) : hoursAfter(london(times.starts), -28 * DAY);
  return [
    {
      at: hoursAfter(announced, -14 * DAY),
      run: (ctx) => makeDraft(ctx, stage, event, typedEvent(event, times), staged),
    },
    { at: hoursAfter(announced, -7 * DAY), run: (ctx) => publish(ctx, stage, event, staged) },
    ...stallActs(stage, { event, at: hoursAfter(announced, 1), staged }),
    ...bookings.flatMap((booking) => bookingActs(stage, event, staged, booking)),
    {
      at: hoursAfter(london(times.ends), 0.2),
      run: (ctx) =>
        atTheDoor(asBooker(ctx, stage, event), staged, comersOf(event, bookings), luck, london(times.starts)),
    },
    { at: nextWorkday(event.date), run: (ctx) => count(asOrganiser(ctx, stage, event), event) },
  ];
}

function bookingActs(stage: Stage, event: PastEvent, staged: Staged, booking: Booking): Act[] {
  const { at, party, cancelledAt } = booking;
  const booked = {
    at,
    run: async (ctx: Ctx) => {
      booking.registered = await book(ctx, stage, event, staged, party);
    },
  };
  if (!cancelledAt) return [booked];
  const giveUp = async (ctx: Ctx) => {
    const { registered } = booking;
    if (!registered) throw new Error(`Somebody gives up a place at ${event.slug} before having it.`);
    const byThemselves = party.channel === "web" && event.audience === "everyone";
    const gone = byThemselves
      ? await cancelRegistration(as(ctx, { kind: "anyone" }), { link: registered.link })
      : await cancelRegistration(asBooker(ctx, stage, event), { id: registered.id });
    accepted(`giving up a place at ${event.slug}`, gone);
  };
  return [booked, { at: cancelledAt, run: giveUp }];
}

/** Who booked: as many from each neighbourhood as came or stayed away, those who gave up, those who waited. */
function bookingsOf(stage: Stage, event: PastEvent, luck: Chance): Booking[] {
  if (!event.opens || !event.closes) return [];
  const deck = deckOf(stage.crowd, luck);
  const { cancelled, waitingNeverOffered: waited } = event.counts;
  const coming = withNeeds(luck, event, guestsOf(stage, event, deck, luck));
  const others = (n: number) =>
    Array.from({ length: n }, () => guest(stage, event, luck, deck, luck.pick([...stage.crowd.keys()])));
  return whenTheyBooked(luck, event, coming, others(cancelled), others(waited));
}

function guestsOf(stage: Stage, event: PastEvent, deck: Deck, luck: Chance): Party[] {
  const homes = Object.keys(event.attended).flatMap((home) => {
    const people = (event.attended[home] ?? 0) + (event.noShow[home] ?? 0);
    return Array.from({ length: people }, () => home);
  });
  return luck.shuffled(homes).map((home) => guest(stage, event, luck, deck, home));
}

function guest(stage: Stage, event: PastEvent, luck: Chance, deck: Deck, home: string): Party {
  const resident = home === NOT_STATED ? deck.fromAnywhere() : deck.from(home);
  const colleague = event.audience === "staff";
  const person = colleague ? atWork(resident) : resident;
  return {
    person,
    neighbourhood: home === NOT_STATED ? null : home,
    organisation: colleague ? luck.pick(stage.employers) : undefined,
    party: 1,
    carers: 0,
    needs: [],
    channel: channelOf(luck, person.contact.by),
  };
}

/** The same people, of whom as many ask for something as the sheet says, each for one thing. */
function withNeeds(luck: Chance, event: PastEvent, people: readonly Party[]): Party[] {
  const asked = event.adjustments.flatMap(({ code, requested }) =>
    Array.from({ length: requested }, () => needAtEvent(code)),
  );
  if (asked.length > people.length) throw new Error(`More is asked for at ${event.slug} than people come.`);
  return luck.shuffled(people).map((party, n) => {
    const need = asked[n];
    if (!need) return party;
    const language = need === "language_support" ? luck.pick(LANGUAGES) : undefined;
    return { ...party, needs: [need], language };
  });
}

/**
 * Gives everyone their moment. Where somebody waited in vain the room was full: whoever gave up did so
 * before, with the last places taken after that, and those who waited came later still.
 */
function whenTheyBooked(
  luck: Chance,
  event: PastEvent,
  coming: readonly Party[],
  cancelled: readonly Party[],
  waiting: readonly Party[],
): Booking[] {
  const opens = london(event.opens ?? "");
  const closes = london(event.closes ?? "");
  const part = (share: number) => new Date(opens.getTime() + share * (closes.getTime() - opens.getTime()));
  const inTime = (people: readonly Party[], from: Date, to: Date) => {
    const moments = momentsBetween(luck, from, to, people.length);
    return people.map((party, n): Booking => {
      const at = moments[n] ?? from;
      return {
        at: party.channel === "web" ? at : inOffice(at, from, to),
        party,
        cancelledAt: null,
        registered: null,
      };
    });
  };
  const givingUp = (bookings: readonly Booking[], until: Date) =>
    bookings.map((booking) => {
      const [cancelledAt] = momentsBetween(luck, hoursAfter(booking.at, 1), until, 1);
      return { ...booking, cancelledAt: cancelledAt ?? until };
    });

  if (waiting.length === 0) {
    const beforeStart = hoursAfter(london(`${event.date}T${event.starts}`), -1);
    const left = givingUp(inTime(cancelled, opens, part(0.9)), beforeStart);
    return [...inTime(coming, opens, closes), ...left];
  }
  const late = cancelled.length + 1;
  return [
    ...inTime(coming.slice(late), opens, part(0.5)),
    ...givingUp(inTime(cancelled, opens, part(0.35)), part(0.5)),
    ...inTime(coming.slice(0, late), part(0.5), part(0.65)),
    ...inTime(waiting, part(0.65), closes),
  ];
}

/** Who came: of those with a place as many from each neighbourhood as the sheet says, and those without one. */
function comersOf(event: PastEvent, bookings: readonly Booking[]): Guest[] {
  const left = new Map(Object.entries(event.attended));
  const booked = bookings.flatMap(({ registered, party, cancelledAt }): Guest[] => {
    const home = party.neighbourhood ?? NOT_STATED;
    const seats = left.get(home) ?? 0;
    if (cancelledAt || seats === 0 || registered?.state !== "confirmed") return [];
    left.set(home, seats - 1);
    return [{ registration: registered.id }];
  });
  const justCame = Object.entries(event.walkIns).flatMap(([home, people]) =>
    Array.from({ length: people }, () => ({ neighbourhood: home === NOT_STATED ? undefined : home })),
  );
  return [...booked, ...justCame];
}

/** Closes the list on the day after, and writes down what became of what people asked for. */
async function count(ctx: Ctx, event: PastEvent): Promise<void> {
  accepted(`closing the list of ${event.slug}`, await closeList(ctx, { slug: event.slug }));
  if (event.adjustments.length === 0) return;
  const recorded = await recordNeedOutcomes(ctx, { slug: event.slug, typed: await outcomesOf(ctx, event) });
  accepted(`what was asked for at ${event.slug}`, recorded);
}

/** Each need that people with a place asked for, with what the sheet says came of so many of its kind. */
async function outcomesOf(ctx: Ctx, event: PastEvent) {
  const row = await findEventRow(ctx, { slug: event.slug });
  const needs = row ? await listEventNeeds(ctx, row.id) : [];
  const left = byNeed(event);
  const outcomes = needs.flatMap(({ task }) => {
    const kind = left.find((one) => one.need === task.need);
    const outcome = OUTCOMES.find((code) => kind && kind[code] > 0);
    if (!kind || !outcome || task.state === "withdrawn") return [];
    kind[outcome] -= 1;
    return [{ id: task.id, outcome, reason: outcome === "met" ? "" : kind.reason }];
  });
  return { outcomes };
}

type Kind = { need: Need; met: number; partly: number; not_met: number; reason: string };

/** Two needs of a person can be one at an event: their numbers go together. */
function byNeed(event: PastEvent): Kind[] {
  const kinds = new Map<Need, Kind>();
  for (const { code, met, partly, notMet, reason = "" } of event.adjustments) {
    const need = needAtEvent(code);
    const before = kinds.get(need) ?? { need, met: 0, partly: 0, not_met: 0, reason: "" };
    kinds.set(need, {
      need,
      met: before.met + met,
      partly: before.partly + partly,
      not_met: before.not_met + notMet,
      reason: before.reason || reason,
    });
  }
  return [...kinds.values()];
}
