import { z } from "zod";
import { KINDS } from "./rules";

/** One official answer as programs get it. */
export const apiResponse = z
  .strictObject({
    url: z.url(),
    said: z.string().meta({ description: "What people said, in plain words." }),
    saidOn: z.iso.date(),
    kind: z.enum(KINDS),
    text: z.string().meta({ description: "The answer." }),
    reason: z.string().nullable().meta({ description: "Why not, where the answer is no." }),
    passedTo: z.string().nullable(),
    dueDay: z.iso.date().nullable(),
    evidence: z.string().nullable(),
    evidenceDay: z.iso.date().nullable(),
    evidenceWhere: z.string().nullable(),
    owner: z
      .strictObject({ role: z.string(), organisation: z.string() })
      .meta({ description: "A role in an organisation, never a person." }),
    neighbourhood: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    themes: z.array(z.strictObject({ slug: z.string(), plainLabel: z.string() })),
    publishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Response" });

/** One page of answers. */
export const apiResponses = z
  .strictObject({
    responses: z.array(apiResponse),
    next: z.url().nullable().meta({ description: "Address of the next page; null on the last." }),
  })
  .meta({ id: "ResponsePage" });

/** The filters of an address. */
export const apiResponseFilter = z.strictObject({
  kind: z.enum(KINDS, "There is no such kind.").optional().meta({ description: "What kind of answer." }),
  neighbourhood: z.string().max(80).optional().meta({ description: "Slug of a neighbourhood." }),
  theme: z.string().max(80).optional().meta({ description: "Slug of a theme." }),
  after: z.string().max(80).optional().meta({ description: "Where the page before ended." }),
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ description: "Answers on a page." }),
});
