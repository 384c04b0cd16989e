import { z } from "zod";
import { CHANNELS, KINDS, STATES } from "~/features/engagement/rules";
import { dayOf, startOfDay } from "~/platform/london";
import { readDemo } from "./content.server";

const slug = z.string().regex(/^[a-z0-9-]+$/);
const words = z.string();
/** A day, or whole days from the day of loading. */
const when = z.union([z.iso.date(), z.number().int()]);
const level = z.number().int().min(1).max(7);

const formal = z.strictObject({
  formative: z
    .strictObject({ notYetDecided: words, decider: words, decisionDay: when.optional() })
    .optional(),
  reasons: z.strictObject({ reasons: words, alternatives: words, papersLink: z.url().optional() }).optional(),
  time: z.strictObject({ timeReason: words.optional() }).optional(),
  equality: z.strictObject({ equalityAnalysis: words, equalityBy: words, equalityDay: when }).optional(),
});

const activity = z.strictObject({
  slug,
  title: words,
  summary: words,
  kind: z.enum(KINDS),
  neighbourhood: slug.optional(),
  audience: words,
  channel: z.enum(CHANNELS),
  planned: level,
  lead: z.string(),
  opens: when,
  closes: when,
  stage: z.enum(STATES),
  cancelled: words.optional(),
  reps: z.array(z.email()).default([]),
  stake: z.record(z.string(), words),
  formal: formal.optional(),
  considered: z
    .strictObject({
      day: when,
      answersReceived: words,
      consideredHow: words,
      equalityReadBy: words,
      equalityReadDay: when,
    })
    .optional(),
  decision: z.strictObject({ decision: words, decisionReasons: words, decidedDay: when }).optional(),
  outcome: z
    .strictObject({
      happened: words,
      level,
      inDecision: words.optional(),
      inDelivery: words.optional(),
      ratings: z.record(z.string().regex(/^[1-7]$/), z.number().int().min(1)),
    })
    .optional(),
});

const said = { objectives: z.array(words), audiences: z.array(words) };

const plan = z.strictObject({
  slug,
  title: words,
  fromDay: when,
  toDay: when,
  made: when,
  ...said,
  changed: z.strictObject({ day: when, reason: words, ...said }).optional(),
  activities: z.array(activity),
});

const visit = z.strictObject({
  day: when,
  place: words,
  community: words,
  neighbourhood: slug,
  activity: slug,
  heads: z.number().int().min(0),
  heard: words,
  followUp: words.optional(),
  followUpDay: when.optional(),
  followedUpDay: when.optional(),
  people: z.array(words).default([]),
});

const sheet = z.strictObject({
  periods: z.strictObject({ advisoryDays: z.number(), staffDays: z.number(), staffRule: words }),
  elections: z.array(z.strictObject({ name: words, fromDay: z.iso.date(), pollDay: z.iso.date() })),
  totals: z.strictObject({
    trialYear: z.record(z.string(), z.number()),
    outreach: z.record(z.string(), z.number()),
  }),
  plans: z.array(plan),
  outreach: z.array(visit),
});

/** Plans, activities and outreach of content/demo/engagement.yaml. */
export type EngagementSheet = z.output<typeof sheet>;
/** One plan with its activities. */
export type PlanTold = EngagementSheet["plans"][number];
/** One activity, from the plan to what came of it. */
export type ActivityTold = PlanTold["activities"][number];
/** One visit to where people are. */
export type VisitTold = EngagementSheet["outreach"][number];
/** A day of the sheet. */
export type When = z.output<typeof when>;

/** Reads and checks the plans. */
export function readEngagement(): EngagementSheet {
  return readDemo("engagement.yaml", sheet);
}

/** A day of the sheet as a day: as it stands, or counted from the day of loading. */
export function dayAt(day: When, now: Date): string {
  return typeof day === "string" ? day : dayOf(startOfDay(now, day));
}

/** What one activity's form would have been typed like. */
export function typedActivity(told: ActivityTold, plan: string, lead: string, now: Date) {
  return {
    title: told.title,
    summary: told.summary,
    plan,
    kind: told.kind,
    neighbourhood: told.neighbourhood ?? "",
    audience: told.audience,
    channel: told.channel,
    plannedLevel: String(told.planned),
    lead,
    opensDay: dayAt(told.opens, now),
    closesDay: dayAt(told.closes, now),
  };
}

/** The fields of a form with days in place of what the sheet says. */
export function withDays(fields: Readonly<Record<string, When | undefined>>, now: Date) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const isDay = /(?:^d|D)ay$/.test(name) && value !== undefined;
      return [name, isDay ? dayAt(value, now) : (value ?? "")];
    }),
  );
}
