import { z } from "zod";
import { isLocale, type Locale } from "~/platform/locales";
import { COLUMN_CODES } from "./attenders";
import { OUTCOMES } from "./need-words";
import { MOST, SESSION_KINDS } from "./rules";
import { LOOKS_LIKE_EMAIL, oneLine, optional, optionalLine, several, typed, wholeNumber } from "./schema";

const maybeWhole = (wrong: string, least: number, most: number) =>
  z
    .string()
    .optional()
    .transform((value) => (value ?? "").trim())
    .pipe(z.union([z.literal(""), z.string().regex(/^\d{1,6}$/, wrong)], wrong))
    .transform((value) => (value === "" ? null : Number(value)))
    .refine((value) => value === null || (value >= least && value <= most), wrong);

const maybeClock = z
  .union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)], "Enter a time, such as 10:30")
  .optional()
  .transform((value) => value || null);

/** A session or stall, as staff type it. */
export const sessionForm = z
  .object({
    kind: z.enum(SESSION_KINDS, "Choose what it is"),
    title: oneLine(120).pipe(z.string().min(2, "Enter a name for it")),
    summary: optional(400),
    host: optionalLine(80),
    hostName: optionalLine(120),
    room: optionalLine(80),
    tableNumber: maybeWhole("Enter a table number, such as 12, or leave it empty", 1, 999),
    accessNotes: optional(300),
    startsClock: maybeClock,
    endsClock: maybeClock,
    capacity: maybeWhole("Enter a number of places, or leave it empty: then people just come", 1, 10_000),
  })
  .refine((v) => (v.startsClock === null) === (v.endsClock === null), {
    path: ["endsClock"],
    error: "Enter both times, or neither: then it lasts as long as the event",
  })
  .refine((v) => !v.startsClock || !v.endsClock || v.startsClock < v.endsClock, {
    path: ["endsClock"],
    error: "It must end after it starts",
  });

/** Whom staff invite, as typed: one person a form. */
export const invitationForm = z
  .object({
    name: oneLine(MOST.name).pipe(z.string().min(1, "Enter their name")),
    channel: z.enum(["email", "print"], "Choose how they get it"),
    email: optionalLine(MOST.email),
    locale: z
      .string()
      .optional()
      .transform((code = ""): Locale => (isLocale(code) ? code : "en")),
    most: maybeWhole("Enter how many people they may bring, themselves included", 1, MOST.party).transform(
      (value) => value ?? 1,
    ),
  })
  .refine((v) => v.channel !== "email" || LOOKS_LIKE_EMAIL.test(v.email ?? ""), {
    path: ["email"],
    error: "Enter their email address, or choose to print the invitation",
  });

/** Why staff can't give somebody a place. */
export const declineForm = z.object({
  reason: typed(400).pipe(z.string().min(5, "Say why, in words that the person will read")),
});

/** The rule of a series: every so many weeks or months, so many times in all. */
export const seriesForm = z.object({
  unit: z.enum(["week", "month_day", "month_weekday"], "Choose how it repeats"),
  every: wholeNumber("Enter a number, such as 1", 1, "Enter 1 or more", 12, "Enter 12 or less"),
  times: wholeNumber(
    "Enter how many times in all",
    2,
    "Enter 2 or more: this one counts too",
    52,
    "Make 52 at most at once",
  ),
});

/** Which events of a series a change is for. */
export const SCOPES = ["this", "following", "all"] as const;

/** One of them. */
export type Scope = (typeof SCOPES)[number];

/** Why an event is cancelled, told to everyone who was coming. */
export const cancelForm = z.object({
  reason: typed(400).pipe(
    z.string().min(5, "Say why the event is cancelled, in words that people who were coming will read"),
  ),
});

/** Who was told of a need so that it can be provided. */
export const shareForm = z.object({
  shared: oneLine(200).pipe(
    z.string().min(3, "Say who was told, such as the hall or the interpreters’ agency"),
  ),
});

/** What was arranged, in words that the person is told. */
export const arrangeForm = z.object({
  arranged: typed(400).pipe(
    z
      .string()
      .min(
        3,
        "Say what is arranged, in words that the person will read, such as “Two interpreters, at the front”",
      ),
  ),
});

/** What became of needs; a reason goes with everything that was not wholly met. */
export const outcomesForm = z.object({
  outcomes: z
    .array(
      z.object({
        id: z.string(),
        outcome: z.enum(OUTCOMES, "Choose what came of it"),
        reason: optional(400),
      }),
    )
    .superRefine((rows, ctx) => {
      for (const { id, outcome, reason } of rows) {
        if (outcome === "met" || reason) continue;
        ctx.addIssue({ code: "custom", path: [], message: `reason-${id}` });
      }
    })
    .transform((rows) => rows.map((row) => (row.outcome === "met" ? { ...row, reason: null } : row))),
});

/** Why the details of an event are not to be deleted. */
export const holdForm = z.object({
  reason: typed(400).pipe(
    z.string().min(10, "Say why these details must be kept, such as “Complaint of 12 May is open”"),
  ),
});

/** Which columns of an event's people to take out, in which form, and why. */
export const exportForm = z.object({
  columns: several(COLUMN_CODES).pipe(z.array(z.enum(COLUMN_CODES)).min(1, "Choose at least one column")),
  format: z.enum(["csv", "xlsx"], "Choose a kind of file"),
  reason: optional(400),
});

/** Why a closed list is opened again. */
export const reopenForm = z.object({
  reason: typed(400).pipe(
    z.string().min(5, "Say why the list is opened again, such as: a paper list turned up"),
  ),
});
