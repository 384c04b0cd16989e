import { z } from "zod";
import { ATTENDING, CONTACTS, HERE_AS, MOST, NEEDS } from "./rules";

/** A text of so many characters at most. Messages are keys of the interface strings (`problems.*`), so that every language says them. */
export const typed = (most: number) =>
  z
    .string()
    .optional()
    .transform((value = "") => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(most, "problems.tooLong"));

/** The same on one line. */
export const oneLine = (most: number) => typed(most).transform((value) => value.replace(/\s+/g, " "));

/** A text of several lines that may be left out; null then. */
export const optional = (most: number) =>
  typed(most)
    .optional()
    .transform((value) => value || null);

/** The same on one line. */
export const optionalLine = (most: number) =>
  oneLine(most)
    .optional()
    .transform((value) => value || null);

/** A box that is ticked, or a yes that is said: anything else is no. */
const isYes = z
  .unknown()
  .optional()
  .transform((value) => value === "yes");

/** Any number of these codes, each once. Refuses others. */
export const several = <const C extends readonly [string, ...string[]]>(codes: C) =>
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

export const LOOKS_LIKE_EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/;

/** Digits of a phone number as typed; spaces, brackets, dots and hyphens are all right. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, "");
}

function looksLikePhone(value: string): boolean {
  return /^\+?[\d\s().-]+$/.test(value) && phoneDigits(value).length >= 7 && phoneDigits(value).length <= 15;
}

/** Rules that compare answers are asked also while another answer is wrong, so that all is said at once. */
const always = { when: () => true };

/** A way to be told, and its details. */
export const reach = {
  contact: z.enum(CONTACTS, "problems.contact"),
  email: optionalLine(MOST.email),
  phone: optionalLine(MOST.phone),
  address: optional(MOST.address),
};

type Reach = { contact: string; email: string | null; phone: string | null; address: string | null };

/** Only the way they chose is checked; what lies in the other boxes is left out. */
export function checkReach(value: Reach, ctx: z.RefinementCtx): void {
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

/** A whole number as typed. An empty box is not nought. */
export const wholeNumber = (missing: string, least: number, below: string, most: number, above: string) =>
  z
    .union([z.string(), z.number()], missing)
    .transform((value) => String(value).trim())
    .pipe(z.string().regex(/^-?\d{1,9}$/, missing))
    .transform(Number)
    .pipe(z.number().min(least, below).max(most, above));
