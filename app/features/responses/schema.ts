import { z } from "zod";
import { KINDS, MOST, PRECISIONS, REFUSALS } from "./rules";

/** Staff pages are in English, so messages are sentences. */
const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));
const needed = (most: number, missing: string) => typed(most).pipe(z.string().min(1, missing));
const line = (most: number) => typed(most).transform((value) => value.replace(/\s+/g, " "));
const neededLine = (most: number, missing: string) => line(most).pipe(z.string().min(1, missing));
const maybe = (most: number) => typed(most).transform((value) => value || null);
const maybeLine = (most: number) => line(most).transform((value) => value || null);
const maybeDay = (wrong: string) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || null)
    .pipe(z.union([z.null(), z.iso.date(wrong)], wrong));
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : [value].flat())].filter((one) => one !== ""));

const KIND_MISSING = "Choose what the answer is";

const words = {
  said: neededLine(MOST.said, "Say in a few words what was said"),
  kind: z.enum(KINDS, KIND_MISSING),
  text: needed(MOST.text, "Write the answer"),
  reason: maybe(MOST.reason),
  passedTo: maybeLine(MOST.line),
  ownerRole: neededLine(MOST.line, "Say which role answers for it"),
  organisation: neededLine(80, "Choose the organisation"),
  evidence: maybe(MOST.note),
  evidenceDay: maybeDay("Enter the real day on which it was done"),
  evidenceWhere: maybe(MOST.note),
};

type Words = {
  kind: (typeof KINDS)[number];
  reason: string | null;
  passedTo: string | null;
  evidence: string | null;
  evidenceDay: string | null;
  evidenceWhere: string | null;
};

/** What each kind of answer has to have besides, whatever else is wrong with the form. */
function complete(form: Partial<Words>, ctx: z.RefinementCtx): void {
  const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (form.kind && REFUSALS.includes(form.kind) && form.reason === null)
    say("reason", "Say why: people are owed the reason for a no");
  if (form.kind === "not_ours" && form.passedTo === null) say("passedTo", "Say whom it was passed to");
  if (form.kind !== "did") return;
  if (form.evidence === null) say("evidence", "Say what was done, so that anyone can check it");
  if (form.evidenceDay === null) say("evidenceDay", "Enter the day on which it was done");
  if (form.evidenceWhere === null) say("evidenceWhere", "Say where it can be seen");
}

const always = { when: () => true };

/** An answer as staff write it. */
export const responseForm = z
  .object({
    ...words,
    dueDay: maybeDay("Enter the real day by which it will be done"),
    duePrecision: z.enum(PRECISIONS).catch("day"),
    condition: maybe(MOST.note),
    /** The id of a commitment that is there already, instead of a new one. */
    commitment: maybeLine(64),
    neighbourhood: maybeLine(80),
    themes: list,
  })
  .superRefine((form, ctx) => {
    complete(form, ctx);
    if (form.kind === "will" && form.dueDay === null && form.commitment === null) {
      ctx.addIssue({ code: "custom", path: ["dueDay"], message: "Say by when it will be done" });
    }
  }, always);

/** Other words for an answer that is published, and why. */
export const correctionForm = z
  .object({ ...words, why: needed(MOST.note, "Say what was wrong: it stands beside the answer") })
  .superRefine(complete, always);

/** Why an answer is taken back. */
export const withdrawalForm = z.object({
  reason: needed(MOST.note, "Say why it is taken back, in words that anyone may read"),
});

/** The first messages by field, as pages show them; in the order in which the form asks. */
export function fieldsOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }) {
  const order = [...Object.keys(words), "dueDay", "duePrecision", "condition", "commitment", "why"];
  const fields: Record<string, string[]> = {};
  const issues = [...error.issues].sort(
    (a, b) => order.indexOf(String(a.path[0])) - order.indexOf(String(b.path[0])),
  );
  for (const { path, message } of issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}
