import { z } from "zod";
import { instantOf } from "~/platform/london";
import { MOST, SUPPORTS } from "./rules";

const trimmed = z
  .string()
  .optional()
  .transform((value = "") => value.replace(/\r\n?/g, "\n").trim());
/** Text of so many characters at most, its ends trimmed; what is wrong is a key of the locales or a sentence. */
const typed = (most: number, tooLong: string) => trimmed.pipe(z.string().max(most, tooLong));
const line = (most: number, tooLong: string) =>
  typed(most, tooLong).transform((value) => value.replace(/\s+/g, " "));
const maybe = (most: number, tooLong: string) => line(most, tooLong).transform((value) => value || null);

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat().filter(Boolean)))
  .pipe(z.array(z.string().max(80)).max(12));

const email = line(MOST.email, "problems.email")
  .transform((value) => value.toLowerCase() || null)
  .pipe(z.union([z.null(), z.email("problems.email")]));

/** What somebody posts to a board. Messages are keys of the locales. */
export const ideaForm = z.object({
  title: line(MOST.title, "ideas.problems.titleLong").pipe(z.string().min(4, "ideas.problems.title")),
  text: typed(MOST.text, "ideas.problems.textLong").pipe(z.string().min(10, "ideas.problems.text")),
  neighbourhood: maybe(80, "ideas.problems.neighbourhood"),
  themes: many,
  name: maybe(MOST.name, "ideas.problems.nameLong"),
  email,
});

/** An idea's form, read. */
export type IdeaForm = z.output<typeof ideaForm>;

const staffLine = (most: number, missing: string) =>
  line(most, `Use ${most} characters or fewer`).pipe(z.string().min(1, missing));
const staffText = (most: number, missing: string) =>
  typed(most, `Use ${most} characters or fewer`).pipe(z.string().min(1, missing));

const day = (missing: string) => z.string(missing).trim().pipe(z.iso.date(missing));
const clockMissing = "Enter a time, such as 09:00";
const clock = z
  .string(clockMissing)
  .trim()
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, clockMissing));

const ticked = z
  .union([z.string(), z.boolean()])
  .optional()
  .transform((value) => value === true || value === "yes");

const instant = (onDay: string, at: string, ctx: z.RefinementCtx, path: string) => {
  const found = instantOf(`${onDay}T${at}`);
  if (!found) {
    const message = "That night the clocks go forward: choose another time";
    ctx.addIssue({ code: "custom", path: [path], message });
  }
  return found ?? new Date(0);
};

/** What a board asks, who decides, and how people take part. */
export const boardForm = z
  .object({
    title: staffLine(120, "Enter a title"),
    question: staffLine(300, "Enter the question that people are asked"),
    decides: staffText(600, "Say who decides what comes of the ideas"),
    canChange: staffText(1500, "Say what can change"),
    cannotChange: staffText(1500, "Say what cannot change, and why"),
    houseRules: staffText(3000, "Enter the house rules"),
    support: z.enum(SUPPORTS, "Choose how people support ideas"),
    points: line(6, "Enter a number from 1 to 50"),
    moderation: z.enum(["before", "after"], "Choose whether a person reads ideas before they are shown"),
    asksLink: ticked,
    findsAgreement: ticked,
    neighbourhood: maybe(80, "Choose a neighbourhood"),
    activity: maybe(80, "Choose an activity"),
    opensDay: day("Enter the day on which it opens"),
    opensClock: clock,
    closesDay: day("Enter the day on which it closes"),
    closesClock: clock,
  })
  .transform(({ opensDay, opensClock, closesDay, closesClock, points, ...form }, ctx) => {
    const opensAt = instant(opensDay, opensClock, ctx, "opensClock");
    const closesAt = instant(closesDay, closesClock, ctx, "closesClock");
    if (closesAt <= opensAt) {
      ctx.addIssue({ code: "custom", path: ["closesDay"], message: "It must close after it opens" });
    }
    const many = /^\d{1,2}$/.test(points) ? Number(points) : 0;
    if (form.support === "points" && (many < 1 || many > 50)) {
      ctx.addIssue({ code: "custom", path: ["points"], message: "Enter a number from 1 to 50" });
    }
    return { ...form, points: form.support === "points" ? many : null, opensAt, closesAt };
  });

/** Where the link is sent by which somebody supports an idea. */
export const linkForm = z.object({
  email: line(MOST.email, "problems.email").pipe(z.email("problems.email")),
  points: z
    .string()
    .optional()
    .transform((value = "1") => (/^\d{1,2}$/.test(value.trim()) ? Number(value) : 1))
    .pipe(z.number().min(1, "ideas.support.tooManyPoints").max(50, "ideas.support.tooManyPoints")),
});

/** The number of somebody who rings, with its area code, and how many points they give. */
export const phoneForm = z.object({
  phone: trimmed.pipe(
    z
      .string()
      .max(30, "Enter a phone number with its area code, like 020 7946 0123")
      .regex(/^\+?(?:[\s().-]*\d){10,15}$/, "Enter a phone number with its area code, like 020 7946 0123"),
  ),
  points: z
    .string()
    .optional()
    .transform((value = "1") => Number(value.trim()))
    .pipe(
      z
        .int("Enter a number from 1 to 50")
        .min(1, "Enter a number from 1 to 50")
        .max(50, "Enter a number from 1 to 50"),
    ),
});

/** Which neighbourhood an idea is about, and what. */
export const arrangeForm = z.object({ neighbourhood: maybe(80, "Choose a neighbourhood"), themes: many });

/** Into which idea another goes, and why. */
export const mergeForm = z.object({
  into: staffLine(80, "Choose the idea that it goes into"),
  reason: staffText(400, "Say why: authors and supporters read it"),
});

/** The words of an idea and of the one that is made out of a part of it. */
export const splitForm = z.object({
  title: staffLine(MOST.title, "Enter the heading of what stays"),
  text: staffText(MOST.text, "Enter the words of what stays"),
  otherTitle: staffLine(MOST.title, "Enter the heading of the new idea"),
  otherText: staffText(MOST.text, "Enter the words of the new idea"),
  reason: staffText(400, "Say why: the author reads it"),
});

type Issue = { path: PropertyKey[]; message: string };

/** Messages by field, in the order in which they were found. */
export function fieldsOf(error: { issues: readonly Issue[] }): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  return fields;
}
