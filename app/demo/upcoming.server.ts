import { z } from "zod";
import { cancelEvent } from "~/features/events/cancel-event.server";
import type { Ctx } from "~/platform/context.server";
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
import { type Act, accepted, hoursAfter, inOffice, london, momentsBetween } from "./timeline";

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
  const open = event.registration === "open";
  return {
    starts,
    ends: hoursAfter(starts, event.minutes / 60),
    opens: open ? hoursAfter(starts, -(event.opensDaysBefore ?? 28) * DAY) : null,
    closes: open ? hoursAfter(starts, -(event.closesHoursBefore ?? 0)) : null,
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
    },
    event.offerHours,
  );
  const announced = opens ?? hoursAfter(starts, -28 * DAY);
  const until = closes && closes < coming.now ? closes : hoursAfter(coming.now, -0.5);
  const acts: Act[] = [
    { at: hoursAfter(announced, -10 * DAY), run: (ctx) => makeDraft(ctx, stage, event, typed, staged) },
    { at: hoursAfter(announced, -5 * DAY), run: (ctx) => publish(ctx, stage, event, staged) },
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
  const { confirmed, withSupporter, waiting, people, supported } = event.examples;
  const sizes = [
    ...confirmed.map((party, n) => ({ party, carers: 0, named: people[n] })),
    ...Array.from({ length: withSupporter }, (_, n) => ({ party: 2, carers: 1, named: supported[n] })),
  ];
  const madeUp = (company: { party: number; carers: number }) => partyOf(stage, event, luck, deck, company);

  const crowd = luck.shuffled(sizes.filter((one) => !one.named)).map(madeUp);
  const later = waiting.map((party) => madeUp({ party, carers: 0 }));
  const fullFrom = new Date(opens.getTime() + 0.6 * (until.getTime() - opens.getTime()));
  const end = later.length > 0 ? fullFrom : until;
  const known = sizes.flatMap(({ named, ...company }) =>
    named ? [{ somebody: getSomebody(somebodies, named), company }] : [],
  );
  const bookAt = (party: Party, at: Date): Act => ({
    at,
    run: (ctx) => book(ctx, stage, event, staged, party),
  });
  const whenever = momentsBetween(luck, opens, end, crowd.length);
  const queue = momentsBetween(luck, fullFrom, until, later.length)
    .map((at) => inOffice(at, fullFrom, until))
    .sort((a, b) => a.getTime() - b.getTime());
  return [
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

function partyOf(
  stage: Stage,
  event: ComingEvent,
  luck: Chance,
  deck: Deck,
  company: { party: number; carers: number },
): Party {
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

function somebodysParty(somebody: Somebody, company: { party: number; carers: number }): Party {
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
