import { z } from "zod";
import { instantOf } from "~/platform/london";
import { COLUMN_CODES } from "./attenders";
import { OUTCOMES } from "./need-words";
import { CONTACTS, HERE_AS, KINDS, MODES, MOST, NEEDS, PROVIDED } from "./rules";

/** Messages are keys of the interface strings (`problems.*`), so that every language says them. */
const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(most, "problems.tooLong"));

const oneLine = (most: number) => typed(most).transform((value) => value.replace(/\s+/g, " "));
const optional = (most: number) =>
  typed(most)
    .optional()
    .transform((value) => value || null);
const optionalLine = (most: number) =>
  oneLine(most)
    .optional()
    .transform((value) => value || null);

const several = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z
    .union([z.enum(codes), z.array(z.enum(codes))])
    .optional()
    .transform((value) => [...new Set(value === undefined ? [] : Array.isArray(value) ? value : [value])]);

const people = (least: number) =>
  z
    .string()
    .optional()
    .transform((value) => (value === undefined || value.trim() === "" ? least : Number(value.trim())))
    .pipe(
      z
        .number("problems.number")
        .int("problems.number")
        .min(least, "problems.number")
        .max(MOST.party, "problems.partyTooBig"),
    );

const LOOKS_LIKE_EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/;

/** Digits of a phone number as typed; spaces, brackets, dots and hyphens are all right. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, "");
}

function looksLikePhone(value: string): boolean {
  return /^\+?[\d\s().-]+$/.test(value) && phoneDigits(value).length >= 7 && phoneDigits(value).length <= 15;
}

/** Rules that compare answers are asked also while another answer is wrong, so that all is said at once. */
const always = { when: () => true };

const reach = {
  contact: z.enum(CONTACTS, "problems.contact"),
  email: optionalLine(MOST.email),
  phone: optionalLine(MOST.phone),
  address: optional(MOST.address),
};

type Reach = { contact: string; email: string | null; phone: string | null; address: string | null };

/** Only the way they chose is checked; what lies in the other boxes is left out. */
function checkReach(value: Reach, ctx: z.RefinementCtx): void {
  const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (value.contact === "email" && !LOOKS_LIKE_EMAIL.test(value.email ?? "")) say("email", "problems.email");
  if (value.contact === "phone" && !looksLikePhone(value.phone ?? "")) say("phone", "problems.phone");
  if (value.contact === "letter" && (value.address ?? "").length < 8) say("address", "problems.address");
}

const company = { party: people(1), carers: people(0) };

function checkCompany(value: { party: number; carers: number }, ctx: z.RefinementCtx): void {
  const isKnown = typeof value.carers === "number" && typeof value.party === "number";
  if (isKnown && value.carers > value.party)
    ctx.addIssue({ code: "custom", path: ["carers"], message: "problems.carers" });
}

const asked = {
  needs: several(NEEDS),
  language: optionalLine(MOST.organisation),
  needsDetail: optional(MOST.needsDetail),
};

/** The form that saves a place; problems are told in the order of its fields. */
export const registrationForm = z
  .object({
    name: oneLine(MOST.name).pipe(z.string().min(1, "problems.name")),
    ...reach,
    ...company,
    ...asked,
    hereAs: z.enum(HERE_AS).catch("resident"),
    organisation: optionalLine(MOST.organisation),
    neighbourhood: optionalLine(MOST.organisation),
    postcode: optionalLine(MOST.phone),
    ownPlace: optionalLine(MOST.ownPlace),
    helperName: optionalLine(MOST.name),
    helperContact: optionalLine(MOST.email),
    promote: z.enum(["yes", "ask"]).catch("yes"),
  })
  .superRefine(checkReach, always)
  .superRefine(checkCompany, always)
  .superRefine((value, ctx) => {
    const helper = value.helperContact;
    if (helper && !LOOKS_LIKE_EMAIL.test(helper) && !looksLikePhone(helper)) {
      ctx.addIssue({ code: "custom", path: ["helperContact"], message: "problems.helperContact" });
    }
  }, always);

/** What was typed into it, checked. */
export type RegistrationForm = z.output<typeof registrationForm>;

/** What someone can change later, with their link. */
export const changeForm = z.object({ ...company, ...asked }).superRefine(checkCompany, always);

/** True when a helper's contact is an e-mail address rather than a phone number. */
export function isEmail(contact: string): boolean {
  return LOOKS_LIKE_EMAIL.test(contact);
}

/** The address that lost links are sent to. */
export const linksForm = z.object({
  email: oneLine(MOST.email).pipe(z.string().regex(LOOKS_LIKE_EMAIL, "problems.email")),
});

const yesNo = z
  .union([z.literal("yes"), z.literal("no"), z.undefined()])
  .transform((value) => value === "yes");

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const wall = (missing: string) => z.string(missing).regex(WALL, missing);
const maybeWall = (wrong: string) =>
  z
    .union([z.literal(""), wall(wrong)], wrong)
    .optional()
    .transform((value) => value || null);

/** A whole number as typed. An empty box is not nought. */
const wholeNumber = (missing: string, least: number, below: string, most: number, above: string) =>
  z
    .union([z.string(), z.number()], missing)
    .transform((value) => String(value).trim())
    .pipe(z.string().regex(/^-?\d{1,9}$/, missing))
    .transform(Number)
    .pipe(z.number().min(least, below).max(most, above));

const places = wholeNumber(
  "Enter the number of places as a whole number, such as 40",
  0,
  "Places can’t be below 0",
  100_000,
  "Enter a number of places below 100,000",
);

/** The same, where the answers that are compared are there at all. */
const given = (...names: string[]) => ({
  when: ({ value }: { value: unknown }) =>
    names.every((name) => typeof (value as Record<string, unknown>)?.[name] === "string"),
});

const CLOCKS_FORWARD = "There is no such time on that day: the clocks go forward in that hour";
const isInOrder = (first: string, then: string) => {
  const [a, b] = [instantOf(first), instantOf(then)];
  return !a || !b || a < b;
};
const exists = (at: string | null) => at === null || !WALL.test(at) || instantOf(at) !== null;

/** Ways of taking part that need a venue, and that need a link. */
const MEETS: readonly string[] = ["in_person", "hybrid"];
const JOINS: readonly string[] = ["online", "hybrid"];

function isSafeLink(link: string): boolean {
  return URL.canParse(link) && ["https:", "http:"].includes(new URL(link).protocol);
}

/** The staff form of an event. Staff pages are in English, so messages are sentences. */
export const eventForm = z
  .object({
    title: oneLine(200).pipe(z.string().min(3, "Enter a title that says what will happen")),
    summary: typed(400).pipe(z.string().min(10, "Enter one or two plain sentences about the event")),
    description: typed(20_000),
    kind: z.enum(KINDS, "Choose a kind of event"),
    mode: z.enum(MODES, "Choose how people take part"),
    audience: z
      .enum(["everyone", "staff"], "Choose who can see the event")
      .optional()
      .transform((value) => value ?? "everyone"),
    neighbourhood: optionalLine(80),
    venue: optionalLine(80),
    host: optionalLine(80),
    onlineLink: optionalLine(500),
    dialIn: optionalLine(200),
    startsLocal: wall("Enter the day and time that it starts"),
    endsLocal: wall("Enter the day and time that it ends"),
    registration: z
      .enum(["open", "none"], "Choose whether people save a place")
      .optional()
      .transform((value) => value ?? "open"),
    opensLocal: maybeWall("Enter the day and time that booking opens, or leave it empty"),
    closesLocal: maybeWall("Enter the day and time that booking closes, or leave it empty"),
    capacity: places,
    carersTakePlaces: yesNo,
    offerHours: wholeNumber(
      "Enter a number of hours, such as 24",
      1,
      "Hold an offer for at least 1 hour",
      96,
      "Hold an offer for 96 hours at most",
    ),
    provided: several(PROVIDED),
    thanks: optionalLine(200),
  })
  .refine((v) => exists(v.startsLocal), {
    path: ["startsLocal"],
    error: CLOCKS_FORWARD,
    ...given("startsLocal"),
  })
  .refine((v) => exists(v.endsLocal), { path: ["endsLocal"], error: CLOCKS_FORWARD, ...given("endsLocal") })
  .refine((v) => exists(v.opensLocal), {
    path: ["opensLocal"],
    error: CLOCKS_FORWARD,
    ...given("opensLocal"),
  })
  .refine((v) => exists(v.closesLocal), {
    path: ["closesLocal"],
    error: CLOCKS_FORWARD,
    ...given("closesLocal"),
  })
  .refine((v) => isInOrder(v.startsLocal, v.endsLocal), {
    path: ["endsLocal"],
    error: "The event must end after it starts",
    ...given("startsLocal", "endsLocal"),
  })
  .refine((v) => isInOrder(v.opensLocal ?? "", v.startsLocal), {
    path: ["opensLocal"],
    error: "Booking must open before the event starts",
    ...given("opensLocal", "startsLocal"),
  })
  .refine((v) => isInOrder(v.opensLocal ?? "", v.closesLocal ?? ""), {
    path: ["closesLocal"],
    error: "Booking must close after it opens",
    ...given("opensLocal", "closesLocal"),
  })
  .refine((v) => !MEETS.includes(v.mode) || v.venue !== null, {
    path: ["venue"],
    error: "Choose a venue, because people come in person",
    ...given("mode"),
  })
  .refine((v) => !JOINS.includes(v.mode) || v.onlineLink !== null, {
    path: ["onlineLink"],
    error: "Enter the link, because people can join online",
    ...given("mode"),
  })
  .refine((v) => !JOINS.includes(v.mode) || v.onlineLink === null || isSafeLink(v.onlineLink), {
    path: ["onlineLink"],
    error: "Enter the whole link, starting with https://",
    ...given("mode", "onlineLink"),
  });

/** The staff form, checked. */
export type EventForm = z.output<typeof eventForm>;

/** New number of places. */
export const capacityForm = z.object({ capacity: places });

/** Why an event is cancelled, told to everyone who was coming. */
export const cancelForm = z.object({
  reason: typed(400).pipe(
    z.string().min(5, "Say why the event is cancelled, in words that people who were coming will read"),
  ),
});

/** People counted on the day: typed digits or a number; an empty box is nobody. */
const headcount = z
  .union([z.number(), z.string().trim().regex(/^\d*$/).transform(Number)], "Enter a whole number of people")
  .pipe(
    z
      .number()
      .int("Enter a whole number of people")
      .min(0, "Enter 0 or more")
      .max(100_000, "Enter a number below 100,000"),
  );

const differ = <T>(rows: readonly T[], key: (row: T) => string) =>
  new Set(rows.map(key)).size === rows.length;

/** How many came to an event, by the slug of the neighbourhood they live in; "" for people who did not say. */
export const attendanceForm = z.object({
  counts: z
    .array(
      z.object({
        neighbourhood: oneLine(80),
        attended: headcount,
        noShow: headcount,
        walkIns: headcount,
      }),
    )
    .refine((rows) => differ(rows, (row) => row.neighbourhood), "Enter each neighbourhood once"),
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
