import { z } from "zod";
import { LOCALE_CODES, type Locale } from "~/platform/locales";
import { MOST_SHEETS, USUAL_LEAST, USUAL_SHARE } from "./batch";

const line = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));

const number = (wrong: string, least: number, most: number, otherwise?: number) =>
  z
    .union([z.string(), z.number()])
    .optional()
    .transform((value) => String(value ?? "").trim() || String(otherwise ?? ""))
    .pipe(z.string().regex(/^\d{1,4}$/, wrong))
    .transform(Number)
    .pipe(z.number().min(least, wrong).max(most, wrong));

/** Sheets to print: how many, in which language and size, where they go, and how much is typed twice. */
export const batchForm = z.object({
  sheets: number(`Enter how many sheets, from 1 to ${MOST_SHEETS}`, 1, MOST_SHEETS),
  locale: z.enum(LOCALE_CODES as [Locale, ...Locale[]], "Choose a language").default("en"),
  size: z.enum(["usual", "large"], "Choose a size").default("usual"),
  place: line(160),
  share: number("Enter a whole number from 0 to 100", 0, 100, USUAL_SHARE),
  least: number(`Enter a whole number from 0 to ${MOST_SHEETS}`, 0, MOST_SHEETS, USUAL_LEAST),
});

/** What stands on a typed sheet beside its answers. Of linked surveys, who answered. */
export const sheetForm = z.object({
  sheet: line(20),
  receivedDay: z
    .string("Enter the day on which it came back")
    .trim()
    .pipe(z.iso.date("Enter the day on which it came back")),
  lateReason: line(300),
  /** The questions off the route whose answers somebody has agreed to leave out. */
  leaveOut: line(4000),
  name: line(120),
  email: line(254).pipe(z.union([z.literal(""), z.email("Type an e-mail address, or leave it empty")])),
});

/** Why responses leave the site as a file, in which kind, and with what. */
export const exportForm = z.object({
  format: z.enum(["csv", "xlsx"], "Choose a kind of file"),
  words: z
    .string()
    .optional()
    .transform((value) => value === "yes"),
  names: z
    .string()
    .optional()
    .transform((value) => value === "yes"),
  reason: line(400).pipe(z.string().min(10, "Say what you need them for, in a few words")),
});

/** Why somebody's answers are deleted: nothing here is about the person. */
export const WITHDRAW_REASONS = {
  asked: "They asked us to",
  not_theirs: "Somebody else answered in their name",
  twice: "They answered twice",
} as const;

/** Which of them. */
export const withdrawForm = z.object({
  reason: z.enum(Object.keys(WITHDRAW_REASONS) as [keyof typeof WITHDRAW_REASONS], "Choose why"),
});
