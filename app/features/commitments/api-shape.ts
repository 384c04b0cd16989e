import { z } from "zod";
import { CONDITIONS, KINDS, PRECISIONS, SOURCES, STATES } from "./rules";

const due = z.strictObject({
  lastDay: z.iso.date().meta({ description: "The last day of the time that was named." }),
  precision: z.enum(PRECISIONS).meta({ description: "Quarters and years are financial ones." }),
});

/** One commitment as programs get it. */
export const apiCommitment = z
  .strictObject({
    number: z.int().meta({ description: "Names the commitment in addresses; never changes." }),
    said: z.string(),
    kind: z.enum(KINDS),
    state: z.enum(STATES).meta({ description: "As it is today; needs_owner: not due, and nobody owns it." }),
    source: z.enum(SOURCES),
    sourceWords: z.string().nullable(),
    sourceLink: z.url().nullable(),
    owner: z
      .strictObject({ role: z.string(), organisation: z.string() })
      .nullable()
      .meta({ description: "A role in an organisation, never a person." }),
    madeOn: z.iso.date(),
    due: due.nullable(),
    firstDue: due.nullable().meta({ description: "What was named first; it never changes." }),
    redated: z.int().min(0),
    condition: z.string().nullable(),
    conditionState: z.enum(CONDITIONS).nullable(),
    doneOn: z.iso.date().nullable(),
    withdrawnOn: z.iso.date().nullable(),
    neighbourhood: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    url: z.url(),
  })
  .meta({ id: "Commitment" });

/** One page of the register. */
export const apiCommitments = z
  .strictObject({
    commitments: z.array(apiCommitment),
    next: z.url().nullable().meta({ description: "Address of the next page; null on the last." }),
  })
  .meta({ id: "CommitmentPage" });

/** One of them. */
export type ApiCommitment = z.output<typeof apiCommitment>;

/** The filters of an address. */
export const apiFilter = z.strictObject({
  state: z.enum(STATES, "There is no such state.").optional().meta({ description: "How it stands today." }),
  owner: z.string().max(100).optional().meta({ description: "Slug of the organisation that owns it." }),
  neighbourhood: z.string().max(100).optional().meta({ description: "Slug of a neighbourhood." }),
  source: z.enum(SOURCES, "There is no such source.").optional().meta({ description: "Where it was said." }),
  before: z.coerce
    .number("Give the number of a commitment.")
    .int("Give the number of a commitment.")
    .positive("Give the number of a commitment.")
    .optional()
    .meta({ description: "Number of the last commitment of the page before." }),
  limit: z.coerce
    .number("Give a number from 1 to 100.")
    .int("Give a number from 1 to 100.")
    .min(1, "Give a number from 1 to 100.")
    .max(100, "Give a number from 1 to 100.")
    .default(50)
    .meta({ description: "Commitments on a page." }),
});
