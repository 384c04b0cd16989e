import { z } from "zod";
import { isLocale, type Locale } from "~/platform/locales";
import { instantOf } from "~/platform/london";
import { COLUMN_CODES } from "./attenders";
import { OUTCOMES } from "./need-words";
import {
  ATTENDING,
  CONTACTS,
  HERE_AS,
  KINDS,
  MODES,
  MOST,
  NEEDS,
  PROVIDED,
  REGISTRATION_MODES,
  REMINDERS,
  SESSION_KINDS,
} from "./rules";

/** A text of so many characters at most. Messages are keys of the interface strings (`problems.*`), so that every language says them. */
export const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(most, "problems.tooLong"));

/** The same on one line. */
export const oneLine = (most: number) => typed(most).transform((value) => value.replace(/\s+/g, " "));
const optional = (most: number) =>
  typed(most)
    .optional()
    .transform((value) => value || null);
const optionalLine = (most: number) =>
  oneLine(most)
    .optional()
    .transform((value) => value || null);

/** A box that is ticked, or a yes that is said: anything else is no. */
const isYes = z
  .unknown()
  .optional()
  .transform((value) => value === "yes");

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

/** Which sessions, and where they take part; neither is asked at most events. */
const choices = {
  attending: z.enum(ATTENDING).optional().catch(undefined),
  sessions: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())].filter((id) => id.length <= 40).slice(0, 40)),
};

/** Payment for their time, asked only where it is offered; `paying` says that it was. */
const paying = {
  paying: isYes,
  payment: isYes,
  advised: isYes,
};

/** Being paid can cost somebody their benefits, so nobody says yes to it before they have read that. */
function checkAdvice(value: { payment: boolean; advised: boolean }, ctx: z.RefinementCtx): void {
  if (value.payment && !value.advised)
    ctx.addIssue({ code: "custom", path: ["advised"], message: "problems.advised" });
}

/** The form that saves a place; problems are told in the order of its fields. */
export const registrationForm = z
  .object({
    name: oneLine(MOST.name).pipe(z.string().min(1, "problems.name")),
    ...reach,
    ...company,
    ...choices,
    ...asked,
    ...paying,
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
  .superRefine(checkAdvice, always)
  .superRefine((value, ctx) => {
    const helper = value.helperContact;
    if (helper && !LOOKS_LIKE_EMAIL.test(helper) && !looksLikePhone(helper)) {
      ctx.addIssue({ code: "custom", path: ["helperContact"], message: "problems.helperContact" });
    }
  }, always);

/** What was typed into it, checked. */
export type RegistrationForm = z.output<typeof registrationForm>;

/** What someone can change later, with their link. */
export const changeForm = z
  .object({
    ...company,
    ...choices,
    ...asked,
    ...paying,
    /** The form showed the sessions, so that none chosen means none. */
    choosing: isYes,
  })
  .superRefine(checkCompany, always)
  .superRefine(checkAdvice, always);

/** What was typed into it, checked. */
export type ChangeForm = z.output<typeof changeForm>;

/** True when a helper's contact is an e-mail address rather than a phone number. */
export function isEmail(contact: string): boolean {
  return LOOKS_LIKE_EMAIL.test(contact);
}

/** The address that lost links are sent to. */
export const linksForm = z.object({
  email: oneLine(MOST.email).pipe(z.string().regex(LOOKS_LIKE_EMAIL, "problems.email")),
});

const yesNo = z
  .enum(["yes", "no"], "Choose yes or no")
  .optional()
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
    activity: optionalLine(80),
    venue: optionalLine(80),
    host: optionalLine(80),
    onlineLink: optionalLine(500),
    dialIn: optionalLine(200),
    startsLocal: wall("Enter the day and time that it starts"),
    endsLocal: wall("Enter the day and time that it ends"),
    registration: z
      .enum(REGISTRATION_MODES, "Choose how people save a place")
      .optional()
      .transform((value) => value ?? "open"),
    opensLocal: maybeWall("Enter the day and time that booking opens, or leave it empty"),
    closesLocal: maybeWall("Enter the day and time that booking closes, or leave it empty"),
    capacity: places,
    onlineCapacity: z
      .union([z.literal(""), places])
      .optional()
      .transform((value) => (typeof value === "number" ? value : null)),
    adjustLocal: maybeWall("Enter the day and time until which people should ask, or leave it empty"),
    reminders: several(REMINDERS.map(String) as [string, ...string[]]).transform((days) =>
      days.map(Number).sort((a, b) => b - a),
    ),
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
  .refine((v) => exists(v.adjustLocal), {
    path: ["adjustLocal"],
    error: CLOCKS_FORWARD,
    ...given("adjustLocal"),
  })
  .refine((v) => isInOrder(v.adjustLocal ?? "", v.startsLocal), {
    path: ["adjustLocal"],
    error: "Choose a day before the event, so that there is time to arrange it",
    ...given("adjustLocal", "startsLocal"),
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

/** New number of places, in the room and, at a hybrid event, online. */
export const capacityForm = z.object({ capacity: places, onlineCapacity: places.optional() });

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

const moment = z.number().int().min(0).max(8_640_000_000_000_000).nullish();
const peopleUpTo = (most: number, above: string) =>
  wholeNumber("Enter the number of people, such as 1", 1, "Enter 1 or more", most, above);
const inParty = peopleUpTo(MOST.party, `Enter ${MOST.party} people at most, and the others separately`);
const inRoom = peopleUpTo(100_000, "Enter a number below 100,000");
const code = optionalLine(MOST.code);
const uuid = z.uuid();

/** One thing that happened at the door, as the door page or a device tells it; `at` is the device's clock. */
export const arrivalItem = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("arrive"),
    id: uuid,
    at: moment,
    registration: uuid,
    people: inParty,
  }),
  z.object({
    kind: z.literal("walk_in"),
    id: uuid,
    at: moment,
    name: optionalLine(MOST.name),
    neighbourhood: optionalLine(80),
    code,
    people: inParty,
  }),
  z.object({ kind: z.literal("heads"), id: uuid, at: moment, people: inRoom }),
  z.object({ kind: z.literal("amend"), id: uuid, of: uuid, people: inParty }),
  z.object({ kind: z.literal("undo"), id: uuid, of: uuid }),
]);

/** One of them, checked. */
export type ArrivalItem = z.output<typeof arrivalItem>;

/** What a device sends when it has a network again. Each item is checked by itself: one that is wrong holds up no other. */
export const arrivalBatch = z.object({
  /** The device's clock as it sent this; without it the items carry no times of their own. */
  sentAt: moment,
  device: optionalLine(40),
  items: z.array(z.unknown()).max(MOST.batch),
});

/** Why a closed list is opened again. */
export const reopenForm = z.object({
  reason: typed(400).pipe(
    z.string().min(5, "Say why the list is opened again, such as: a paper list turned up"),
  ),
});
