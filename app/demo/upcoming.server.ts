import { z } from "zod";
import { approveRegistration } from "~/features/events/approve-registration.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { invitePerson } from "~/features/events/invite-person.server";
import { publishSeries } from "~/features/events/publish-series.server";
import { findInvitationById, invitationLink } from "~/features/events/read-invitations.server";
import { registerForEvent } from "~/features/events/register.server";
import { repeatEvent } from "~/features/events/repeat-event.server";
import type { Ctx } from "~/platform/context.server";
import { LOCALE_CODES } from "~/platform/locales";
import { dayOf, startOfDay, wallOf } from "~/platform/london";
import { channelOf, type Need, needAtEvent, type Party } from "./booking";
import { type Chance, chance } from "./chance";
import { readDemo } from "./content.server";
import { atWork, type Deck, deckOf } from "./crowd";
import { eventFields, typedEvent } from "./event-sheet";
import type { Somebody } from "./people.server";
import {
  asBooker,
  asOrganiser,
  book,
  makeDraft,
  noteNeeds,
  publish,
  type Stage,
  type Staged,
  seeToNeeds,
} from "./stage.server";
import { stallActs } from "./stalls.server";
import { type Act, accepted, as, hoursAfter, inOffice, london, momentsBetween } from "./timeline";

const DAY = 24;
/** Seen most often on forms; a party asks for one of them now and then. */
const COMMON_NEEDS: readonly Need[] = [
  "step_free",
  "hearing_loop",
  "large_print",
  "quiet_space",
  "easy_read",
];

const places = z.array(z.number().int().min(1));
const examples = z.strictObject({
  confirmed: places,
  withSupporter: z.number().int().min(0),
  waiting: places,
  online: places.default([]),
  asks: places.default([]),
  sessions: z.number().int().min(0).default(0),
  people: z.array(z.string()).default([]),
  supported: z.array(z.string()).default([]),
});

const comingEvent = z.strictObject({
  ...eventFields,
  day: z.number().int().min(1),
  minutes: z.number().int().min(15),
  opensDaysBefore: z.number().min(1).optional(),
  closesHoursBefore: z.number().min(0).optional(),
  offerHours: z.number().int().min(1).optional(),
  cancelled: z.string().optional(),
  adjustDaysBefore: z.number().int().min(1).optional(),
  repeats: z
    .strictObject({
      unit: z.enum(["week", "month_day", "month_weekday"]),
      every: z.number().int().min(1),
      times: z.number().int().min(2),
    })
    .optional(),
  invitations: z
    .array(
      z.strictObject({
        name: z.string(),
        accepted: z.boolean(),
        locale: z.enum(LOCALE_CODES as [string, ...string[]]).default("en"),
      }),
    )
    .default([]),
  examples,
  left: z.number().int().min(0).optional(),
});

const sheet = z.strictObject({ events: z.array(comingEvent) });

/** Events whose dates are counted from the day on which they are loaded. */
export type UpcomingSheet = z.output<typeof sheet>;
type ComingEvent = UpcomingSheet["events"][number];

/** Reads and checks the events to come. */
export function readUpcoming(): UpcomingSheet {
  return readDemo("upcoming.yaml", sheet);
}

/** From which moment days are counted, who the people of the examples are, and whether addresses carry the date. */
export type Coming = { now: Date; somebodies: readonly Somebody[]; dated: boolean };

type Timing = { starts: Date; ends: Date; opens: Date | null; closes: Date | null };

function timingOf(event: ComingEvent, now: Date): Timing {
  const starts = london(`${dayOf(startOfDay(now, event.day))}T${event.starts}`);
  return {
    starts,
    ends: hoursAfter(starts, event.minutes / 60),
    opens: open(event) ? hoursAfter(starts, -(event.opensDaysBefore ?? 28) * DAY) : null,
    closes: open(event) ? hoursAfter(starts, -(event.closesHoursBefore ?? 0)) : null,
  };
}

/** Everything that has happened so far around one event to come. */
export function comingEventActs(stage: Stage, event: ComingEvent, coming: Coming): Act[] {
  const { starts, ends, opens, closes } = timingOf(event, coming.now);
  const date = dayOf(starts);
  const luck = chance(`coming ${event.slug}`);
  const staged: Staged = { slug: coming.dated ? `${event.slug}-${date}` : event.slug };
  const typed = typedEvent(
    event,
    {
      starts: wallOf(starts),
      ends: wallOf(ends),
      opens: opens ? wallOf(opens) : undefined,
      closes: closes ? wallOf(closes) : undefined,
      adjust: event.adjustDaysBefore ? wallOf(hoursAfter(starts, -event.adjustDaysBefore * DAY)) : undefined,
      // Those whose time is over have been sent.
      reminders: [7, 1].filter((days) => open(event) && event.day > days),
    },
    event.offerHours,
  );
  const announced = opens ?? hoursAfter(starts, -28 * DAY);
  const until = closes && closes < coming.now ? closes : hoursAfter(coming.now, -0.5);
  const acts: Act[] = [
    { at: hoursAfter(announced, -10 * DAY), run: (ctx) => makeDraft(ctx, stage, event, typed, staged) },
    { at: hoursAfter(announced, -5 * DAY), run: (ctx) => publish(ctx, stage, event, staged) },
    ...stallActs(stage, { event, at: hoursAfter(announced, -4.95 * DAY), staged }),
    ...seriesActs(stage, event, { at: hoursAfter(announced, -4.9 * DAY), staged }),
    ...invitationActs(stage, event, { at: hoursAfter(coming.now, -48), staged }),
  ];
  // The day before yesterday, so that what people were told about it has gone out.
  const seen = hoursAfter(coming.now, -26);
  if (opens && opens < seen && !event.cancelled) {
    acts.push({ at: seen, run: (ctx) => seeToNeeds(asOrganiser(ctx, stage, event), staged) });
  }
  if (opens) acts.push(...bookingActs(stage, event, staged, luck, { opens, until, ...coming }));
  if (event.cancelled) acts.push(cancelAct(stage, event, staged, coming.now));
  return acts;
}

const open = (event: ComingEvent) => event.registration !== "none";

type When = { at: Date; staged: Staged };

/** The later dates of a series, made and published in one go. */
function seriesActs(stage: Stage, event: ComingEvent, { at, staged }: When): Act[] {
  const { repeats } = event;
  if (!repeats) return [];
  const { unit, every, times } = repeats;
  const typed = { unit, every: String(every), times: String(times) };
  const run = async (ctx: Ctx) => {
    const organiser = asOrganiser(ctx, stage, event);
    accepted(`the series of ${staged.slug}`, await repeatEvent(organiser, { slug: staged.slug, typed }));
    accepted(`publishing it`, await publishSeries(organiser, { slug: staged.slug }));
  };
  return [{ at, run }];
}

/** People who are invited on paper, two days ago, and those of them who have booked since. */
function invitationActs(stage: Stage, event: ComingEvent, { at, staged }: When): Act[] {
  return event.invitations.map(({ name, accepted: books, locale }) => ({
    at,
    run: async (ctx: Ctx) => {
      const organiser = asOrganiser(ctx, stage, event);
      const typed = { name, channel: "print", most: "2", locale };
      const { id } = accepted(name, await invitePerson(organiser, { slug: staged.slug, typed }));
      const invited = books ? await findInvitationById(ctx, id) : null;
      if (!invited) return;
      const invitation = invitationLink(ctx, invited.invitation);
      const booking = { slug: staged.slug, locale, invitation, typed: { name, contact: "none" } };
      accepted(`${name} at ${staged.slug}`, await registerForEvent(as(ctx, { kind: "anyone" }), booking));
    },
  }));
}

/** Called off a moment ago, so that the team still has people to ring. */
function cancelAct(stage: Stage, event: ComingEvent, staged: Staged, now: Date): Act {
  return {
    at: hoursAfter(now, -0.25),
    run: async (ctx) => {
      const typed = { reason: event.cancelled };
      const gone = await cancelEvent(asOrganiser(ctx, stage, event), { slug: staged.slug, typed });
      accepted(`cancelling ${staged.slug}`, gone);
    },
  };
}

type Window = Coming & { opens: Date; until: Date };

function bookingActs(
  stage: Stage,
  event: ComingEvent,
  staged: Staged,
  luck: Chance,
  { opens, until, now, somebodies }: Window,
): Act[] {
  const deck = deckOf(stage.crowd, luck);
  const { confirmed, withSupporter, waiting, online, asks, sessions, people, supported } = event.examples;
  const sizes = [
    ...confirmed.map((party, n) => ({ party, carers: 0, named: people[n], chooses: n < sessions })),
    ...online.map((party) => ({ party, carers: 0, named: undefined, attending: "online" as const })),
    ...Array.from({ length: withSupporter }, (_, n) => ({ party: 2, carers: 1, named: supported[n] })),
  ];
  const madeUp = (company: Company) => partyOf(stage, event, luck, deck, company);

  const crowd = luck.shuffled(sizes.filter((one) => !one.named)).map(madeUp);
  const later = waiting.map((party) => madeUp({ party, carers: 0 }));
  const fullFrom = new Date(opens.getTime() + 0.6 * (until.getTime() - opens.getTime()));
  const end = later.length > 0 ? fullFrom : until;
  const known = sizes.flatMap(({ named, ...company }) =>
    named ? [{ somebody: getSomebody(somebodies, named), company }] : [],
  );
  const bookAt = (party: Party, at: Date): Act => ({
    at,
    run: async (ctx) => {
      const { id } = await book(ctx, stage, event, staged, party);
      // Who booked through staff has their yes already; saying it again changes nothing.
      if (event.registration === "approval")
        accepted(`a yes at ${staged.slug}`, await approveRegistration(asBooker(ctx, stage, event), { id }));
    },
  });
  const asked = asks.map((party, n) => ({
    at: hoursAfter(now, -(20 + 5 * n)),
    run: async (ctx: Ctx) => {
      await book(ctx, stage, event, staged, { ...madeUp({ party, carers: 0 }), channel: "web" });
    },
  }));
  const whenever = momentsBetween(luck, opens, end, crowd.length);
  const queue = momentsBetween(luck, fullFrom, until, later.length)
    .map((at) => inOffice(at, fullFrom, until))
    .sort((a, b) => a.getTime() - b.getTime());
  return [
    ...asked,
    ...crowd.map((party, n) => {
      const at = whenever[n] ?? opens;
      return bookAt(party, party.channel === "web" ? at : inOffice(at, opens, end));
    }),
    ...later.map((party, n) => bookAt(party, queue[n] ?? until)),
    ...known.map(({ somebody, company }, n) => ({
      at: hoursAfter(now, -(2 + n + luck.next())),
      run: async (ctx: Ctx) => {
        const party = somebodysParty(somebody, company);
        const registered = await book(ctx, stage, event, staged, party);
        await noteNeeds(asBooker(ctx, stage, event), registered, somebody);
      },
    })),
  ];
}

type Company = Pick<Party, "party" | "carers" | "attending" | "chooses">;

function partyOf(stage: Stage, event: ComingEvent, luck: Chance, deck: Deck, company: Company): Party {
  const home = event.neighbourhood !== null && luck.percent(80) ? event.neighbourhood : null;
  const person = home ? deck.from(home) : deck.fromAnywhere();
  const colleague = event.audience === "staff";
  return {
    person: colleague ? atWork(person) : person,
    neighbourhood: home,
    organisation: colleague ? luck.pick(stage.employers) : undefined,
    ...company,
    needs: luck.percent(14) ? [luck.pick(COMMON_NEEDS)] : [],
    channel: channelOf(luck, person.contact.by),
  };
}

function getSomebody(somebodies: readonly Somebody[], slug: string): Somebody {
  const found = somebodies.find((one) => one.slug === slug);
  if (!found) throw new Error(`There is nobody called ${slug} in content/demo/people.yaml.`);
  return found;
}

function somebodysParty(somebody: Somebody, company: Company): Party {
  const { name, contact, hereAs, locale = "en", ownPlace = null } = somebody;
  const channel = { email: "web", phone: "phone", letter: "letter", none: "in_person" } as const;
  return {
    person: { name, contact, hereAs, locale, ownPlace },
    neighbourhood: somebody.neighbourhood ?? null,
    ...company,
    needs: [...new Set(somebody.needs.map(needAtEvent))],
    language: somebody.language,
    needsDetail: somebody.needsDetail,
    helper: somebody.helper,
    channel: channel[contact.by],
  };
}
