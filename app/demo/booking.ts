import type { NEEDS } from "~/features/events/rules";
import type { COMMUNICATION_NEEDS } from "~/features/people/rules";
import type { Chance } from "./chance";
import type { Resident } from "./crowd";

type CommunicationNeed = (typeof COMMUNICATION_NEEDS)[number];
/** Something that can be asked for at an event. */
export type Need = (typeof NEEDS)[number];
/** How a booking reached the team; `web` is by the person themselves. */
export type Channel = "web" | "phone" | "paper" | "in_person" | "letter";

/** A need that a person has, as the form of an event asks for it. */
const AT_AN_EVENT: Record<CommunicationNeed, Need> = {
  large_print: "large_print",
  easy_read: "easy_read",
  bsl: "interpreter_bsl",
  hearing_loop: "hearing_loop",
  lip_speaker: "other",
  audio: "other",
  text_message: "other",
  braille: "other",
  translation: "language_support",
  interpreter: "language_support",
  quiet_space: "quiet_space",
  step_free: "step_free",
  other: "other",
};

/** The same need in the words of an event's form. */
export function needAtEvent(need: CommunicationNeed): Need {
  return AT_AN_EVENT[need];
}

/** A party that saves places: who for, from where, how many, and what they ask for. */
export type Party = {
  person: Resident;
  /** Slug; null when they do not say. */
  neighbourhood: string | null;
  organisation?: string;
  party: number;
  carers: number;
  needs: readonly Need[];
  language?: string;
  needsDetail?: string;
  helper?: { name: string; contact: string; tell: boolean };
  channel: Channel;
  /** Where they take part in a hybrid event. */
  attending?: "room" | "online";
  /** They choose one of the sessions that have places. */
  chooses?: boolean;
};

/** The registration form, as it would have been typed for this party. */
export function typedBy(party: Party): Record<string, unknown> {
  const { person, helper } = party;
  const { by, ...reach } = person.contact;
  return {
    name: person.name,
    contact: by,
    ...reach,
    party: String(party.party),
    carers: String(party.carers),
    needs: party.needs,
    needsDetail: party.needsDetail,
    language: party.language,
    hereAs: person.hereAs,
    organisation: party.organisation,
    neighbourhood: party.neighbourhood ?? undefined,
    ownPlace: person.ownPlace ?? undefined,
    helperName: helper?.name,
    helperContact: helper?.tell ? helper.contact : undefined,
    promote: "yes",
    attending: party.attending,
  };
}

/** How somebody who can be reached this way is likely to have booked. */
export function channelOf(luck: Chance, by: Resident["contact"]["by"]): Channel {
  const ways: Record<typeof by, readonly Channel[]> = {
    email: ["web", "web", "web", "web", "web", "web", "web", "web", "phone"],
    phone: ["phone", "phone", "phone", "phone", "in_person", "web"],
    letter: ["letter", "letter", "paper", "phone"],
    none: ["in_person", "in_person", "web"],
  };
  return luck.pick(ways[by]);
}
