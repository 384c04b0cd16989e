import { z } from "zod";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { instantOf } from "~/platform/london";
import { KINDS, TESTS } from "./questionnaire";
import { MOST_BREAKDOWNS } from "./rules";

/** Staff pages are in English, so messages are sentences. */
const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));
const oneLine = (most: number) => typed(most).transform((value) => value.replace(/\s+/g, " "));
const needed = (most: number, missing: string) => typed(most).pipe(z.string().min(1, missing));
const neededLine = (most: number, missing: string) => oneLine(most).pipe(z.string().min(1, missing));
const maybeLine = (most: number) => oneLine(most).transform((value) => value || null);

const whole = (missing: string, least: number, most: number) =>
  z
    .union([z.string(), z.number()], missing)
    .transform((value) => String(value).trim())
    .pipe(z.string().regex(/^\d{1,6}$/, missing))
    .transform(Number)
    .pipe(z.number().min(least, missing).max(most, missing));

const ticked = z
  .union([z.string(), z.boolean()])
  .optional()
  .transform((value) => value === true || value === "yes");

const clockMissing = "Enter a time, such as 09:00";
const day = (missing: string) => z.string(missing).trim().pipe(z.iso.date(missing));
const clock = z
  .string(clockMissing)
  .trim()
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, clockMissing));

/** The instant of a day and a time, or a message beside the time. */
const instant = (day: string, clock: string, ctx: z.RefinementCtx, path: string) => {
  const found = instantOf(`${day}T${clock}`);
  if (!found) {
    ctx.addIssue({
      code: "custom",
      path: [path],
      message: "That night the clocks go forward: choose another time",
    });
  }
  return found ?? new Date(0);
};

/** What a survey is, for whom, and when it is open. */
export const surveyForm = z
  .object({
    title: neededLine(160, "Enter a title that says what it asks about"),
    summary: typed(400).pipe(z.string().min(10, "Enter one or two plain sentences about it")),
    purpose: needed(2000, "Say why you ask, and what the answers are for"),
    intro: needed(2000, "Say who can answer, and what they need to know before"),
    minutes: whole("Enter how many minutes it takes, from 1 to 120", 1, 120),
    whoSees: needed(1000, "Say who sees the answers"),
    whatNext: needed(1000, "Say what happens next, and when"),
    anonymity: z.enum(["anonymous", "linked"], "Choose whether answers stand beside a name"),
    activity: maybeLine(80),
    previous: maybeLine(80),
    neighbourhood: maybeLine(80),
    opensDay: day("Enter the day on which it opens"),
    opensClock: clock,
    closesDay: day("Enter the day on which it closes"),
    closesClock: clock,
    most: z.preprocess(
      (value) => (value === "" || value === undefined ? null : value),
      z.union([z.null(), whole("Enter a number, or leave it empty", 1, 100_000)]),
    ),
  })
  .transform(({ opensDay, opensClock, closesDay, closesClock, ...form }, ctx) => {
    const opensAt = instant(opensDay, opensClock, ctx, "opensClock");
    const closesAt = instant(closesDay, closesClock, ctx, "closesClock");
    if (closesAt <= opensAt) {
      ctx.addIssue({ code: "custom", path: ["closesDay"], message: "It must close after it opens" });
    }
    return { ...form, opensAt, closesAt };
  });

/** Another closing time, and why. */
export const closingForm = z
  .object({
    closesDay: day("Enter the day on which it closes"),
    closesClock: clock,
    reason: needed(600, "Say why: it stands beside the survey"),
  })
  .transform(({ closesDay, closesClock, reason }, ctx) => ({
    closesAt: instant(closesDay, closesClock, ctx, "closesClock"),
    reason,
  }));

/** What results say, in plain words. */
export const resultsForm = z.object({
  findings: needed(6000, "Say in plain words what the results tell, and what they don’t"),
});

/** Whether a second person agrees to a shorter time. */
export const closingDecisionForm = z.object({
  agreed: z.enum(["yes", "no"], "Choose whether you agree").transform((value) => value === "yes"),
});

/** Publishing a version: which questions mean something else now, and why it changes. */
export const publishForm = z.object({
  meaning: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat())),
  reason: typed(600),
});

const key = z.string().max(40);
const words = (most: number) => z.string().max(most);
const option = z.object({ key, label: words(300) });
const rule = z.object({
  match: z.enum(["all", "any"]),
  conditions: z
    .array(
      z.object({
        question: z.string().max(81),
        is: z.enum(TESTS as [string, ...string[]]),
        values: z.array(words(300)).max(50),
      }),
    )
    .max(10),
});

/** A whole questionnaire, as the product writes it out and reads it in. What is wrong in it, `faultsOf` finds. */
export const questionnaireForm = z
  .object({
    form: z.literal(1),
    sections: z
      .array(z.object({ key, title: words(160), text: words(2000), showWhen: rule.nullable().default(null) }))
      .max(30),
    questions: z
      .array(
        z.object({
          key,
          kind: z.enum(KINDS as [string, ...string[]]),
          title: words(500),
          hint: words(1000).default(""),
          required: z.boolean().default(false),
          preferNot: z.boolean().default(false),
          options: z.array(option).max(60).default([]),
          other: z.boolean().default(false),
          most: z.number().int().min(1).max(60).nullable().default(null),
          scale: z
            .object({
              from: z.number().int(),
              to: z.number().int(),
              fromLabel: words(160),
              toLabel: words(160),
            })
            .nullable()
            .default(null),
          number: z
            .object({
              least: z.number().nullable(),
              most: z.number().nullable(),
              whole: z.boolean(),
              unit: words(60),
            })
            .nullable()
            .default(null),
          rows: z.array(option).max(30).default([]),
          showWhen: rule.nullable().default(null),
          section: key.nullable().default(null),
          withPrevious: z.boolean().default(false),
          breakdown: z.boolean().default(false),
          replaces: key.nullable().default(null),
        }),
      )
      .max(100),
    translations: z.record(z.string().max(10), z.record(z.string().max(100), words(2000))).default({}),
  })
  .transform((value) => value as Questionnaire);

const lines = typed(8000).transform((value) =>
  value
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean),
);
const maybeNumber = (wrong: string) =>
  z
    .union([z.string(), z.number()])
    .optional()
    .transform((value) => String(value ?? "").trim())
    .pipe(z.string().regex(/^(-?\d{1,9}(\.\d{1,4})?)?$/, wrong))
    .transform((value) => (value === "" ? null : Number(value)));

/** How many conditions the editor offers at once. */
export const CONDITIONS = [1, 2, 3, 4] as const;

/** One question, as staff type it. Answers stand one a line, as `key | words` where they have a key. */
export const questionForm = z.object({
  kind: z.enum(KINDS as [string, ...string[]], "Choose a kind of question"),
  key: oneLine(40),
  title: needed(500, "Write the question"),
  hint: typed(1000),
  required: ticked,
  preferNot: ticked,
  options: lines.pipe(z.array(z.string()).max(60, "Use 60 answers or fewer")),
  other: ticked,
  most: maybeNumber("Enter a number, or leave it empty"),
  rows: lines.pipe(z.array(z.string()).max(30, "Use 30 rows or fewer")),
  scaleFrom: maybeNumber("Enter a whole number"),
  scaleTo: maybeNumber("Enter a whole number"),
  fromLabel: oneLine(160),
  toLabel: oneLine(160),
  least: maybeNumber("Enter a number, or leave it empty"),
  greatest: maybeNumber("Enter a number, or leave it empty"),
  whole: ticked,
  unit: oneLine(60),
  match: z.enum(["all", "any"]).optional(),
  section: maybeLine(40),
  withPrevious: ticked,
  breakdown: ticked,
});

/** Who answers a linked survey. */
export const whoForm = z.object({
  name: oneLine(120).pipe(z.string().min(1, "surveys.who.nameMissing")),
  email: oneLine(254).pipe(
    z.union([z.literal(""), z.email("surveys.who.emailWrong")], "surveys.who.emailWrong"),
  ),
});

/** Where the link back to the answers goes. */
export const mailForm = z.object({
  email: z.string("surveys.who.emailWrong").trim().max(254).pipe(z.email("surveys.who.emailWrong")),
});

/** What a questionnaire may declare at most. */
export const tooManyBreakdowns = `Results can be told apart by ${MOST_BREAKDOWNS} questions at most: more would give single people away`;

/** The messages of a failed parse by field. */
export function fieldsOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }) {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}
