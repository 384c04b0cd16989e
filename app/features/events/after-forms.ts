import { z } from "zod";
import { hasBankDetails } from "~/platform/flags";
import { instantOf } from "~/platform/london";
import { LONGEST, linesOf, PAID_BY, SET_ASIDE } from "./after";
import { penceOf } from "./money";
import { checkReach, oneLine, reach, typed } from "./schema";

/** The boxes of the three questions, in the order in which they are asked. */
export const BOXES = { worked: "worked_well", hard: "challenge", next: "priority" } as const;

const BANK = "problems.bankDetails";
const BANK_STAFF = "Take out the sort code and account number: we never keep bank details";

const safe = (most: number, bank = BANK) =>
  typed(most).refine((text) => !hasBankDetails(text), { error: bank });
const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value !== undefined && value !== "");
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : [value].flat())].filter((one) => one !== ""));
const count = (most: number, problem: string) =>
  z
    .string()
    .optional()
    .transform((value = "") => (value.trim() === "" ? 1 : Number(value.trim())))
    .pipe(z.number(problem).int(problem).min(1, problem).max(most, problem));
const always = { when: () => true };

/** What somebody writes who was there: an answer to one, two or all three questions; and whether they want to hear. */
export const noteForm = z
  .object({
    place: oneLine(LONGEST.place),
    /** The stall whose card they came from. */
    session: oneLine(40),
    worked: safe(LONGEST.note),
    hard: safe(LONGEST.note),
    next: safe(LONGEST.note),
    agreeing: count(LONGEST.agreeing, "problems.number"),
    mayPrint: ticked,
    ...reach,
    /** Nobody has to be told. */
    contact: reach.contact.default("none"),
    name: oneLine(LONGEST.place),
  })
  .superRefine((form, ctx) => {
    checkReach(form, ctx);
    if (form.contact !== "none" && form.name === "")
      ctx.addIssue({ code: "custom", path: ["name"], message: "problems.name" });
    const said = [form.worked, form.hard, form.next].some((text) => text !== "");
    if (!said) ctx.addIssue({ code: "custom", path: ["worked"], message: "problems.noteEmpty" });
  }, always);

const sheetBox = typed(LONGEST.note * LONGEST.lines)
  .transform(linesOf)
  .superRefine((lines, ctx) => {
    const say = (message: string) => ctx.addIssue({ code: "custom", message });
    if (lines.length > LONGEST.lines) say(`Enter ${LONGEST.lines} lines at most at once`);
    if (lines.some(({ text }) => text.length > LONGEST.note))
      say(`Keep each line under ${LONGEST.note} characters: one thing said is one line`);
    if (lines.some(({ agreeing }) => agreeing < 1 || agreeing > LONGEST.agreeing))
      say(`Enter how many agree as a number from 1 to ${LONGEST.agreeing}, such as x4`);
    if (lines.some(({ text }) => hasBankDetails(text))) say(BANK_STAFF);
  });

/** A table sheet as staff type it: a note a line under each question. */
export const sheetForm = z
  .object({
    place: oneLine(LONGEST.place),
    worked: sheetBox,
    hard: sheetBox,
    next: sheetBox,
    mayPrint: ticked,
  })
  .superRefine((form, ctx) => {
    const said = [form.worked, form.hard, form.next].some((lines) => lines.length > 0);
    if (!said)
      ctx.addIssue({ code: "custom", path: ["worked"], message: "Type at least one line from the sheet" });
  }, always);

/** What is to become of several notes at once. */
export const judgingForm = z
  .object({
    act: z.enum(["clear", "theme", "carry"], "Choose what to do"),
    notes: list.refine((ids) => ids.length > 0, "Choose at least one note"),
    theme: oneLine(80),
    step: oneLine(80),
  })
  .refine((form) => form.act !== "theme" || form.theme !== "", {
    path: ["theme"],
    error: "Choose a theme",
  })
  .refine((form) => form.act !== "carry" || form.step !== "", {
    path: ["step"],
    error: "Choose where they were carried to",
  });

/** The theme that the words of several feedback forms are about, or are not after all. */
export const judgedFeedbackForm = z.object({
  act: z.enum(["give", "take"], "Choose what to do"),
  forms: list.refine((ids) => ids.length > 0, "Choose at least one form"),
  theme: oneLine(80).pipe(z.string().min(1, "Choose a theme")),
});

/** One note as staff let it through, or set it aside. */
export const judgedNoteForm = z
  .object({
    state: z.enum(["clear", "set_aside"], "Choose whether to let it through"),
    reason: z.union([z.literal(""), z.enum(SET_ASIDE)]).optional(),
    publicText: safe(LONGEST.note, BANK_STAFF),
    agreeing: count(LONGEST.agreeing, `Enter a number from 1 to ${LONGEST.agreeing}`),
    mayPrint: ticked,
    themes: list,
  })
  .refine((form) => form.state !== "set_aside" || Boolean(form.reason), {
    path: ["reason"],
    error: "Choose why you set it aside",
  });

const day = (problem: string) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.trim())
    .pipe(z.union([z.literal(""), z.iso.date(problem)], problem));

/** Where notes are carried to. */
export const stepForm = z
  .object({
    kind: z.enum(["will", "done", "cannot"], "Choose what it is"),
    text: safe(LONGEST.step, BANK_STAFF).pipe(z.string().min(8, "Say it in one plain sentence")),
    ownerRole: oneLine(LONGEST.place),
    dueDay: day("Enter a day, such as 31 March 2027"),
    outcome: typed(LONGEST.step),
    reason: typed(LONGEST.step),
  })
  .refine((form) => form.kind === "cannot" || form.ownerRole !== "", {
    path: ["ownerRole"],
    error: "Enter the role that answers for it, such as Neighbourhood lead, Canalside",
  })
  .refine((form) => form.kind !== "will" || form.dueDay !== "", {
    path: ["dueDay"],
    error: "Enter the day that it is promised for",
  })
  .refine((form) => form.kind !== "done" || form.outcome !== "", {
    path: ["outcome"],
    error: "Say what came of it",
  })
  .refine((form) => form.kind !== "cannot" || form.reason !== "", {
    path: ["reason"],
    error: "Say why not: people accept a no with its reason",
  });

/** That a promise was kept. */
export const outcomeForm = z.object({
  outcome: safe(LONGEST.step, BANK_STAFF).pipe(z.string().min(8, "Say what came of it, in one sentence")),
});

/** Until when notes and feedback are taken. */
export const untilForm = z.object({
  until: z
    .string("Enter the day and time")
    .refine(
      (wall) => instantOf(wall) !== null,
      "Enter a real day and time, such as 12 January 2027 at 6:30pm",
    ),
});

const scale = z
  .union([z.literal(""), z.enum(["1", "2", "3", "4", "5"])])
  .optional()
  .catch("")
  .transform((value) => (value ? Number(value) : null));
const choice = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z
    .enum(codes)
    .nullable()
    .optional()
    .catch(null)
    .transform((value) => value ?? null);
const words = safe(LONGEST.feedback)
  .optional()
  .transform((value) => value || null);

/** How an event was for somebody, or, for those who did not come, what would have helped. */
export const feedbackForm = z
  .object({
    came: z
      .literal("no")
      .optional()
      .catch(undefined)
      .transform((value) => value === undefined),
    rating: scale,
    hadSay: scale,
    feltHeard: choice(["yes", "partly", "no"]),
    accessOk: choice(["yes", "partly", "no"]),
    wouldReturn: choice(["yes", "not_sure", "no"]),
    good: words,
    better: words,
    mayPrint: ticked,
  })
  .superRefine((form, ctx) => {
    const { came, mayPrint: _may, ...answers } = form;
    const said = came ? Object.values(answers).some((one) => one !== null) : form.better !== null;
    const path = [came ? "rating" : "better"];
    if (!said) ctx.addIssue({ code: "custom", path, message: "problems.feedbackEmpty" });
  }, always);

/** What staff write on a "what we heard" page, and the quotes that they choose. */
export const heardForm = z.object({
  summary: safe(LONGEST.summary, BANK_STAFF).pipe(
    z.string().min(40, "Write two or three sentences: what people came for and what they said most"),
  ),
  quotes: list.refine((all) => all.length <= 12, "Choose 12 quotes at most, so that each is read"),
});

/** What is new in a version. */
export const changesForm = z.object({ changes: typed(LONGEST.step) });

const money = (problem: string) =>
  z
    .string()
    .optional()
    .transform((value = "") => penceOf(value))
    .pipe(z.number(problem).int().min(1, problem).max(100_000_00, problem));

/** What an event pays people for. */
export const offerForm = z.object({
  basis: z.enum(["expenses", "time"], "Choose what the money is for"),
  most: money("Enter an amount in pounds, such as 30 or 12.50"),
  words: safe(LONGEST.step, BANK_STAFF).pipe(
    z.string().min(8, "Say what it is for and how it is reckoned, such as £30 for each workshop"),
  ),
});

/** What somebody claims. */
export const claimForm = z.object({
  amount: money("problems.amount"),
  words: safe(LONGEST.step).pipe(z.string().min(3, "problems.claimWords")),
});

/** What staff decide on a claim. */
export const decisionForm = z
  .object({
    act: z.enum(["advised", "approve", "paid", "decline"], "Choose what to do"),
    amount: z.string().optional(),
    paidBy: z.union([z.literal(""), z.enum(PAID_BY)]).optional(),
  })
  .refine((form) => form.act !== "paid" || Boolean(form.paidBy), {
    path: ["paidBy"],
    error: "Choose how it was paid",
  });
