import { z } from "zod";
import { KINDS, PRECISIONS, SOURCES, STATUSES } from "~/features/commitments/rules";
import { readDemo } from "./content.server";

const day = z.iso.date();
const days = z.number().int();
const owner = z.strictObject({ role: z.string(), org: z.string(), email: z.string().optional() });
const precision = z.enum(PRECISIONS);

const happening = z.strictObject({
  on: day.optional(),
  daysAgo: days.optional(),
  own: owner.optional(),
  date: day.optional(),
  inDays: days.optional(),
  precision: precision.optional(),
  why: z.string().optional(),
  show: z.string().optional(),
  link: z.string().optional(),
  done: z.boolean().default(false),
  met: z.boolean().optional(),
  words: z.string().optional(),
  withdraw: z.string().optional(),
});

const commitment = z.strictObject({
  said: z.string(),
  source: z.enum(SOURCES),
  where: z.string().optional(),
  event: z.string().optional(),
  link: z.string().optional(),
  kind: z.enum(KINDS).default("dated"),
  made: day.optional(),
  madeDaysAgo: days.optional(),
  in: z.string().optional(),
  due: day.optional(),
  dueInDays: days.optional(),
  precision: precision.default("day"),
  condition: z.string().optional(),
  owner: owner.optional(),
  about: z.array(z.string()).default([]),
  after: z.array(happening).default([]),
});

const span = z.tuple([day, day]);

const milestone = z.strictObject({
  title: z.string(),
  plan: z.string(),
  phase: z.string(),
  baseline: span,
  written: day,
  in: z.string().optional(),
  condition: z.string().optional(),
  learning: z.string().optional(),
  effect: z.string().optional(),
  needs: z.array(z.string()).default([]),
  dates: z
    .array(
      z.strictObject({ source: z.string(), stated: day, from: day, to: day, link: z.string().optional() }),
    )
    .default([]),
  moves: z
    .array(
      z.strictObject({ on: day, status: z.enum(STATUSES), forecast: span.optional(), reason: z.string() }),
    )
    .default([]),
});

const count = z.number().int();
const sheet = z.strictObject({
  totals: z.strictObject({
    ...{ all: count, onTime: count, late: count, overdue: count, notDue: count, withdrawn: count },
    ...{ noOwner: count, redatedTwice: count, milestones: count },
  }),
  commitments: z.array(commitment),
  answers: z.array(z.strictObject({ said: z.string(), after: z.array(happening).default([]) })),
  milestones: z.array(milestone),
});

/** Commitments and milestones, what became of them, and what they must come to. */
export type CommitmentsSheet = z.output<typeof sheet>;
/** A commitment as the sheet tells it. */
export type CommitmentTold = z.output<typeof commitment>;
/** One thing that happened to it. */
export type Happening = z.output<typeof happening>;
/** A milestone as the sheet tells it. */
export type MilestoneTold = z.output<typeof milestone>;

/** Reads and checks them. */
export function readCommitments(): CommitmentsSheet {
  return readDemo("commitments.yaml", sheet);
}
