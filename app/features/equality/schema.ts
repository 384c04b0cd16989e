import { z } from "zod";
import { backgroundsOf, EXTRAS, isAnswer, NONE, PREFER_NOT, QUESTIONS, type QuestionKey } from "./code-lists";

/** What one person said, in codes alone. `place`: a neighbourhood's slug, or "" for not stated. */
export const blockForm = z.strictObject({
  place: z.string().max(80),
  answers: z
    .partialRecord(z.enum(QUESTIONS as [QuestionKey, ...QuestionKey[]]), z.string().max(40))
    .refine(
      (answers) => QUESTIONS.every((question) => isAnswer(question, answers[question] ?? NONE)),
      "Only codes of the lists",
    )
    .refine(
      ({ ethnicity, background = NONE }) =>
        [PREFER_NOT, NONE].includes(background) || backgroundsOf(ethnicity ?? "").includes(background),
      "A background belongs to its group",
    ),
});

/** Blocks as they were typed or sent, one a person. */
export const blocksForm = z.array(blockForm).min(1).max(500);
/** One of them, in codes alone. */
export type Block = z.output<typeof blockForm>;

/** The questions that a borough asks beside the usual ones. */
export const extrasForm = z.object({
  extras: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => EXTRAS.filter((extra) => [value ?? []].flat().includes(extra))),
});

const told = (missing: string) =>
  z.string(missing).trim().pipe(z.string().min(1, missing).max(200, "Use 200 characters or fewer"));

/** Where population figures are from. */
export const sourceForm = z.object({
  source: told("Enter where the figures are from, such as Census 2021, table TS021"),
  sourceDate: z
    .string("Enter the day that they are about")
    .trim()
    .pipe(z.iso.date("Enter the day that they are about")),
  licence: told("Enter the licence, such as Open Government Licence v3.0"),
});

/** Messages by field. */
export function fieldsOf(error: z.ZodError): Record<string, string[]> {
  return z.flattenError(error).fieldErrors as Record<string, string[]>;
}
