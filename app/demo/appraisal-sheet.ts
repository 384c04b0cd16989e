import { z } from "zod";
import { readDemo } from "./content.server";

const slug = z.string().regex(/^[a-z0-9-]+$/);
const day = z.union([z.iso.date(), z.number().int()]);
const count = z.number().int().min(0);

const byKind = <T extends z.ZodType>(shape: T) =>
  z.strictObject({ resident: shape, voluntary: shape, staff: shape });

const cost = z.strictObject({
  low: count.optional(),
  high: count.optional(),
  expectedDay: day.optional(),
  note: z.string(),
});

const appraisal = z.strictObject({
  slug,
  question: z.string(),
  summary: z.string(),
  begun: day,
  heldDay: day,
  place: z.string(),
  stage: z.enum(["long_list", "short_list", "preferred"]),
  decider: z.string(),
  neighbourhood: slug.optional(),
  decisionDueDay: day,
  state: z.enum(["scoring", "published"]),
  publishedDay: day.optional(),
  code: z.string().optional(),
  method: z.string(),
  nextStep: z.string(),
  nextStepDay: day,
  agreed: z.strictObject({ by: z.string(), day, how: z.string() }),
  criteria: z.array(
    z.strictObject({
      label: z.string(),
      description: z.string(),
      weight: count,
      resident: count.optional(),
      staff: count.optional(),
    }),
  ),
  options: z.array(
    z.strictObject({
      title: z.string(),
      summary: z.string(),
      pros: z.array(z.string()),
      cons: z.array(z.string()),
      risks: z.array(z.string()),
      cost,
      means: z.array(z.number().min(0).max(5)),
    }),
  ),
  kinds: byKind(count),
  first: byKind(z.array(count)),
  could: z.array(count),
  partial: count,
  decided: z
    .strictObject({
      option: z.number().int().min(1),
      day,
      decision: z.string(),
      reasons: z.string(),
      conditions: z.array(z.string()),
      dissent: z.string(),
      equality: z.strictObject({ title: z.string(), link: z.url(), by: z.string(), day }),
    })
    .optional(),
});

const decision = z.strictObject({
  slug,
  question: z.string(),
  background: z.string(),
  options: z.array(z.string()).min(2),
  decider: z.string(),
  neighbourhood: slug.optional(),
  logged: day,
  dueDay: day,
  moved: z.strictObject({ on: day, to: day, reason: z.string() }).optional(),
  outcome: z.strictObject({ day, text: z.string(), reasons: z.string() }).optional(),
  withdrawn: z.strictObject({ day, reason: z.string() }).optional(),
  links: z.array(z.strictObject({ side: z.enum(["cause", "effect"]), path: z.string() })),
});

const sheet = z.strictObject({
  totals: z.strictObject({
    workshop: z.strictObject({ people: count, first: z.array(count), weighted: z.array(z.string()) }),
    log: z.record(z.string(), count),
  }),
  appraisals: z.array(appraisal),
  decisions: z.array(decision),
});

/** Appraisals and decisions of the demonstration. */
export type AppraisalsSheet = z.output<typeof sheet>;
/** One appraisal of it. */
export type AppraisalTold = AppraisalsSheet["appraisals"][number];
/** One decision of the log. */
export type DecisionTold = AppraisalsSheet["decisions"][number];

/** Reads and checks them. */
export function readAppraisals(): AppraisalsSheet {
  return readDemo("appraisals.yaml", sheet);
}
