import { z } from "zod";
import { APPEAL_MOST, REMOVAL_REASONS, REPORT_REASONS, SERVICES, type Service } from "./moderation";

const words = z
  .string()
  .optional()
  .transform((value = "") => value.replace(/\r\n?/g, "\n").trim());

/** The longest comment and statement. */
export const LONGEST = { comment: 1500, statement: 140, role: 120 } as const;

const maybe = (most: number, tooLong: string) =>
  words.pipe(z.string().max(most, tooLong)).transform((value) => value.replace(/\s+/g, " ") || null);

/** What somebody says about an idea. Messages are keys of the locales. */
export const commentForm = z.object({
  text: words.pipe(z.string().min(2, "said.problems.text").max(LONGEST.comment, "said.problems.textLong")),
  name: maybe(80, "said.problems.nameLong"),
});

/** Why somebody reports what others wrote. */
export const reportForm = z.object({ reason: z.enum(REPORT_REASONS, "said.problems.reason") });

/** What an author says against a removal. */
export const appealForm = z.object({
  appeal: words.pipe(z.string().min(5, "said.problems.appeal").max(APPEAL_MOST, "said.problems.appealLong")),
});

const REASON = "Choose a reason: the author is told";

/** What a moderator decides. */
export const judgementForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("show") }),
    z.object({ decision: z.literal("remove"), reason: z.enum(REMOVAL_REASONS, REASON) }),
  ],
  "Choose whether it is shown",
);

/** What a second person decides about a removal. */
export const appealJudgementForm = z.object({
  decision: z.enum(["kept", "granted"], "Choose whether the removal stands"),
});

/** To whom a worry was passed on. */
export const handOverForm = z.object({
  service: z.enum(Object.keys(SERVICES) as [Service, ...Service[]], "Choose to whom it was passed on"),
});

const day = (missing: string) => z.string(missing).trim().pipe(z.iso.date(missing));

/** Whose turn it is to look when somebody may be in danger, and from when to when. */
export const turnForm = z
  .object({
    account: z.string("Choose a person").min(1, "Choose a person"),
    part: z.enum(["lead", "cover"], "Choose lead or cover"),
    role: words.pipe(
      z
        .string()
        .min(1, "Enter what they are, as staff should read it")
        .max(LONGEST.role, "Use 120 characters or fewer"),
    ),
    fromDay: day("Enter the first day"),
    toDay: day("Enter the last day"),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    message: "The last day must not be before the first",
  });

/** A sentence that people mark. */
export const statementForm = z.object({
  text: words.pipe(
    z
      .string()
      .min(8, "Enter a whole sentence that somebody can agree or disagree with")
      .max(LONGEST.statement, `Use ${LONGEST.statement} characters or fewer`),
  ),
  idea: maybe(80, "Choose an idea from the list"),
});

/** What somebody says to a statement. */
export const markForm = z.object({
  mark: z.enum(["agree", "disagree", "pass"], "agreement.problems.mark"),
});
