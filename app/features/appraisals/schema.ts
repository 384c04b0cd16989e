import { z } from "zod";
import { costIn } from "./cost";
import { KINDS, MOST, STAGES } from "./rules";

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
const maybe = (most: number) => typed(most).transform((value) => value || null);
const maybeLine = (most: number) => oneLine(most).transform((value) => value || null);

/** Each line of a box is one thing. */
const lines = typed(4000)
  .transform((value) =>
    value
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().max(300, "Use 300 characters or fewer a line")).max(20, "Use 20 lines or fewer"));

const day = (missing: string) => z.string(missing).trim().pipe(z.iso.date(missing));
const maybeDay = (wrong: string) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || null)
    .pipe(z.union([z.null(), z.iso.date(wrong)], wrong));

const decider = neededLine(200, "Say who decides: a meeting or a role, not a name");

/** What has to be decided, between what, by whom and by when. */
export const decisionForm = z.object({
  question: neededLine(200, "Enter the question that has to be decided"),
  background: needed(2000, "Say why it is open, in words that anyone may read"),
  options: lines.pipe(z.array(z.string()).min(2, "Enter two options or more, one a line")),
  decider,
  neighbourhood: maybeLine(80),
  dueDay: day("Enter the day by which it is decided"),
});

/** The same when it is changed: its day is moved on a page of its own. */
export const decisionChangeForm = decisionForm.omit({ dueDay: true });

/** Another day for a decision, with the reason. */
export const redateForm = z.object({
  dueDay: day("Enter the new day"),
  reason: typed(600).pipe(z.string().min(5, "Say why it is moved, in words that anyone may read")),
});

/** What was decided. */
export const outcomeForm = z.object({
  outcome: needed(2000, "Say what was decided"),
  reasons: needed(4000, "Say why it was decided so"),
  decidedDay: day("Enter the day of the decision"),
});

/** Why something need not be decided any more. */
export const withdrawForm = z.object({
  reason: typed(600).pipe(z.string().min(5, "Say why nobody needs to decide it any more")),
});

/** What an appraisal asks, how, when and who decides. */
export const appraisalForm = z.object({
  question: neededLine(200, "Enter the question, as people in the room will read it"),
  summary: typed(400).pipe(z.string().min(10, "Enter one or two plain sentences about it")),
  stage: z.enum(STAGES, "Choose how far the choice has come"),
  method: maybe(4000),
  neighbourhood: maybeLine(80),
  place: neededLine(200, "Say where people score, such as a hall"),
  heldDay: day("Enter the day on which people score"),
  decider,
  decisionDueDay: day("Enter the day by which it is decided"),
  nextStep: maybe(1000),
  nextStepDay: maybeDay("Enter a real day for the next step"),
});

const cost = z
  .string()
  .optional()
  .transform((value, ctx) => {
    const text = value?.trim() ?? "";
    const pence = text === "" ? null : costIn(text);
    if (text !== "" && pence === null) {
      ctx.addIssue({ code: "custom", message: "Enter pounds, such as 120,000" });
    }
    return pence;
  });

/** Something that could be done. */
export const optionForm = z
  .object({
    title: neededLine(80, "Enter a short name for it"),
    summary: needed(1000, "Say in plain words what it would be"),
    pros: lines,
    cons: lines,
    risks: lines,
    cost: z.enum(["known", "not_yet"], "Choose whether the cost is known"),
    costLow: cost,
    costHigh: cost,
    costNote: oneLine(300),
    costExpectedDay: maybeDay("Enter a real day"),
  })
  .superRefine((value, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if (value.cost === "known") {
      if (value.costLow === null) say("costLow", "Enter what it costs at least");
      if (value.costHigh === null) say("costHigh", "Enter what it costs at most; the same if it is certain");
      if ((value.costHigh ?? 0) < (value.costLow ?? 0))
        say("costHigh", "This must not be less than the other");
    } else if (value.costExpectedDay === null) {
      say("costExpectedDay", "Say by when the cost is expected to be known");
    }
  });

/** Who agreed criteria and weights, when and how. */
export const agreedForm = z.object({
  agreedBy: neededLine(200, "Say who agreed them"),
  agreedDay: day("Enter the day on which they were agreed"),
  agreedHow: needed(1000, "Say how they were agreed"),
});

/** Why weights change after people have begun to score. */
export const weightReasonForm = z.object({
  reason: typed(600).pipe(z.string().min(5, "Say why: it stands on the page beside the weights")),
});

/** What was decided after an appraisal. */
export const settleForm = z.object({
  option: maybeLine(60),
  decision: needed(4000, "Say what was decided"),
  reasons: needed(4000, "Say why it was decided so"),
  conditions: lines,
  dissent: maybe(2000),
  equalityTitle: neededLine(200, "Enter the title of the equality analysis that was read"),
  equalityLink: z
    .string("Enter the link to it, starting with https://")
    .trim()
    .refine(
      (value) => value.length <= 500 && URL.canParse(value) && value.startsWith("https://"),
      "Enter the link to it, starting with https://",
    ),
  equalityReadBy: neededLine(200, "Say who read it before deciding"),
  equalityReadDay: day("Enter the day on which they read it"),
  decidedDay: day("Enter the day of the decision"),
});

/** What may be put right after publication. */
export const correctionForm = z.object({
  method: needed(4000, "Say how it was done"),
  nextStep: needed(1000, "Say what happens next"),
  nextStepDay: maybeDay("Enter a real day for the next step"),
  note: typed(600).pipe(z.string().min(5, "Say what was wrong: it stands on the page")),
});

/** Who scores; messages are keys of the interface strings, because anybody reads them. */
export const kindForm = z.enum(KINDS, "options.problem.kind");

const SCORE = new RegExp(`^[0-${MOST}]$`);
/** A score as typed; null where it is left out. Undefined for anything else. */
export function scoreIn(value: unknown): number | null | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "" || text === "-") return null;
  return SCORE.test(text) ? Number(text) : undefined;
}

/** The first messages by field, as pages show them. */
export function fieldsOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }) {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}
