import type { TagColour } from "~/ui/Tag";
import type { PAID_BY, Question, SET_ASIDE } from "./after";
import type { HERE_AS, KINDS, MODES, REGISTRATION_MODES, SESSION_KINDS } from "./rules";

/** Codes in the words of staff pages, which are in English. */
export const KIND_WORDS: Record<(typeof KINDS)[number], string> = {
  marketplace: "Marketplace",
  workshop: "Workshop",
  assembly: "Assembly",
  drop_in: "Drop-in",
  learning_exchange: "Learning exchange",
  briefing: "Briefing",
  social: "Social",
};

/** How an event takes place. */
export const MODE_WORDS: Record<(typeof MODES)[number], string> = {
  in_person: "In person",
  online: "Online",
  hybrid: "In person and online",
};

/** How people save a place, and what follows from it. */
export const MODE_OF_SAVING: Record<(typeof REGISTRATION_MODES)[number], { label: string; hint: string }> = {
  open: { label: "They book, and who fits has a place", hint: "The rest wait in order." },
  approval: { label: "They ask, and you say yes or no", hint: "Nobody has a place until you say yes." },
  none: { label: "They just come", hint: "Nobody books." },
  invite_only: {
    label: "Only people you invite",
    hint: "It is in no list, search or calendar. Each person gets a link of their own.",
  },
};

/** What a session is. */
export const SESSION_WORDS: Record<(typeof SESSION_KINDS)[number], string> = {
  stall: "Stall",
  table: "Table",
  talk: "Talk",
  workshop: "Workshop",
};

/** Beside an event that only invited people find. */
export const ONLY_INVITED: { text: string; colour: TagColour } = { text: "By invitation", colour: "purple" };

/** An event's state. */
export const EVENT_STATES: Record<string, { text: string; colour: TagColour }> = {
  draft: { text: "Draft", colour: "yellow" },
  published: { text: "Published", colour: "green" },
  cancelled: { text: "Cancelled", colour: "red" },
};

/** Beside an event that the public does not see. */
export const ONLY_STAFF: { text: string; colour: TagColour } = { text: "Only staff", colour: "purple" };

/** Where a party stands. */
export const PARTY_STATES: Record<string, { text: string; colour: TagColour }> = {
  confirmed: { text: "Has a place", colour: "green" },
  offered: { text: "Offered a place", colour: "yellow" },
  waiting: { text: "Waiting", colour: "blue" },
  cancelled: { text: "No place", colour: "grey" },
};

/** Where a party stands, with a request that nobody answered told apart. */
export function standingWords({ state, approval }: { state: string; approval: string }) {
  if (state === "waiting" && approval === "asked") return { text: "Asks to come", colour: "orange" } as const;
  return PARTY_STATES[state] ?? ({ text: state, colour: "grey" } as const);
}

/** Why a party has no place any more. */
export const ENDED_WORDS: Record<string, string> = {
  by_person: "Gave up the place",
  by_staff: "Cancelled by the team",
  declined: "Turned down the offer",
  lapsed: "Did not answer in time",
  event_cancelled: "The event was cancelled",
  duplicate: "Was booked twice",
  not_approved: "The team said no",
};

/** How a booking came in. */
export const CHANNEL_WORDS: Record<string, string> = {
  web: "Online",
  phone: "By phone",
  paper: "On paper",
  in_person: "In person",
  letter: "By letter",
};

/** How somebody wants to be told. */
export const CONTACT_WORDS: Record<string, string> = {
  email: "Email",
  phone: "Phone call",
  letter: "Letter",
  none: "Not told",
};

/** What people are here as. */
export const HERE_AS_WORDS: Record<(typeof HERE_AS)[number], string> = {
  resident: "Resident",
  carer: "Carer",
  service_user: "Uses services",
  vcfse_worker: "Works for a community organisation",
  staff: "Works for the council or NHS",
  councillor: "Councillor",
  other: "Something else",
};

/** The three questions in short. */
export const QUESTION_WORDS: Record<Question, string> = {
  worked_well: "Worked",
  challenge: "Still hard",
  priority: "Next",
};

/** What somebody should look at in a text. */
export const FLAG_WORDS: Record<string, { text: string; colour: TagColour }> = {
  safeguarding: { text: "Someone may be in danger", colour: "red" },
  name: { text: "May name someone", colour: "orange" },
  contact: { text: "Holds an address or number", colour: "orange" },
};

/** Where a note stands. */
export const NOTE_STATES: Record<string, { text: string; colour: TagColour }> = {
  waiting: { text: "To be read", colour: "yellow" },
  clear: { text: "Counted", colour: "green" },
  set_aside: { text: "Set aside", colour: "grey" },
};

/** Why a note was set aside. */
export const SET_ASIDE_WORDS: Record<(typeof SET_ASIDE)[number], string> = {
  safeguarding: "Someone may be in danger: passed to the safeguarding team",
  names_someone: "It can’t be told without saying who it is about",
  abuse: "Abuse or hate",
  spam: "Not about the event, or made by a machine",
};

/** Where a claim stands. */
export const CLAIM_STATES: Record<string, { text: string; colour: TagColour }> = {
  offered: { text: "Offered", colour: "blue" },
  advised: { text: "Has had the advice", colour: "blue" },
  claimed: { text: "To decide", colour: "yellow" },
  approved: { text: "To pay", colour: "orange" },
  paid: { text: "Paid", colour: "green" },
  declined: { text: "Said no thank you", colour: "grey" },
};

/** What money is for. */
export const BASIS_WORDS = { expenses: "Expenses", time: "Time" } as const;

/** How a claim was paid. */
export const PAID_BY_WORDS: Record<(typeof PAID_BY)[number], string> = {
  cash: "Cash",
  voucher: "Voucher",
  bank_transfer: "Bank transfer, by the finance team",
  payroll: "Payroll",
};

/** How a feedback form came in. */
export const FORM_WORDS: Record<string, string> = {
  link: "By their own link",
  web: "Online without a link",
  paper: "On paper",
  phone: "By phone",
};

/** A number and its noun, kept on one line: "1 person", "3 people". */
export function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString("en-GB")}\u00a0${n === 1 ? one : many}`;
}

/** "3 people, 1 of them to support someone". */
export function partyWords({ party, carers }: { party: number; carers: number }): string {
  const people = counted(party, "person", "people");
  return carers > 0 ? `${people}, ${carers} of them to support someone` : people;
}

type Told = { email: number; phone: number; letter: number; none: number; helpers: number };

/** Who will be told by which way, a line for each way; empty when there is nobody. */
export function toldWords({ email, phone, letter, none, helpers }: Told): string[] {
  return [
    email > 0 && `${counted(email, "booking", "bookings")} by email, within a minute`,
    phone > 0 && `${counted(phone, "booking", "bookings")} by phone: a call for you to make`,
    letter > 0 && `${counted(letter, "booking", "bookings")} by letter: a letter for you to print and post`,
    helpers > 0 && `${counted(helpers, "helper", "helpers")} of someone who booked, by email or phone`,
    none > 0 &&
      `${counted(none, "booking", "bookings")} can’t be told: they look at their own page, or come and find out`,
  ].filter((line): line is string => line !== false);
}
