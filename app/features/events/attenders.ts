import type { registrations } from "~/db/tables/events";
import type { participants } from "~/db/tables/people";
import type { Actor } from "~/platform/actor";
import { dayOf, wallOf } from "~/platform/london";
import { permitsOf } from "./may";
import { CHANNEL_WORDS, CONTACT_WORDS, ENDED_WORDS, HERE_AS_WORDS, PARTY_STATES } from "./staff-words";

/** Columns of the list of an event's people, in the order of the file. */
export const COLUMN_CODES = [
  "reference",
  "name",
  "state",
  "ended",
  "people",
  "supporters",
  "places",
  "told_by",
  "contact",
  "booked",
  "booked_by",
  "here_as",
  "organisation",
  "neighbourhood",
  "needs",
  "language",
  "needs_detail",
  "helper",
] as const;

/** One of them. */
export type ColumnCode = (typeof COLUMN_CODES)[number];

/** One booking of the list; needs and neighbourhood in words. */
export type Attender = {
  registration: typeof registrations.$inferSelect;
  participant: typeof participants.$inferSelect;
  neighbourhood: string | null;
  needs: string;
};

type Column = {
  header: string;
  /** `count`: tells nobody apart. `people`: for who works on the event. `sensitive`: for who runs it, with a reason. */
  who: "count" | "people" | "sensitive";
  value: (row: Attender) => string | number;
};

/** What each column is called, who may have it, and what stands in it. */
export const COLUMNS: Record<ColumnCode, Column> = {
  reference: { header: "Reference", who: "people", value: ({ registration }) => registration.reference },
  name: { header: "Name", who: "people", value: ({ participant }) => participant.name || "Name removed" },
  state: {
    header: "State",
    who: "count",
    value: ({ registration }) => PARTY_STATES[registration.state]?.text ?? registration.state,
  },
  ended: {
    header: "Why ended",
    who: "count",
    value: ({ registration }) => ENDED_WORDS[registration.ended ?? ""] ?? "",
  },
  people: { header: "People", who: "count", value: ({ registration }) => registration.party },
  supporters: {
    header: "Of them, to support",
    who: "count",
    value: ({ registration }) => registration.carers,
  },
  places: { header: "Places", who: "count", value: ({ registration }) => registration.places },
  told_by: {
    header: "Told by",
    who: "people",
    value: ({ participant }) => CONTACT_WORDS[participant.preferredContact] ?? "",
  },
  contact: {
    header: "Contact",
    who: "people",
    value: ({ participant }) => participant.email ?? participant.phone ?? participant.address ?? "",
  },
  // Without the clock: a day tells fewer people apart.
  booked: { header: "Booked on", who: "count", value: ({ registration }) => dayOf(registration.createdAt) },
  booked_by: {
    header: "Booked",
    who: "count",
    value: ({ registration }) => CHANNEL_WORDS[registration.channel] ?? "",
  },
  here_as: { header: "Here as", who: "count", value: ({ participant }) => HERE_AS_WORDS[participant.kind] },
  organisation: {
    header: "Organisation",
    who: "people",
    value: ({ participant }) => participant.organisation ?? "",
  },
  neighbourhood: { header: "Neighbourhood", who: "count", value: ({ neighbourhood }) => neighbourhood ?? "" },
  needs: { header: "What would help", who: "sensitive", value: ({ needs }) => needs },
  language: {
    header: "Language",
    who: "sensitive",
    value: ({ registration }) => registration.language ?? "",
  },
  needs_detail: {
    header: "What would help, in their words",
    who: "sensitive",
    value: ({ registration }) => registration.needsDetail ?? "",
  },
  helper: {
    header: "Helper",
    who: "sensitive",
    value: ({ registration }) =>
      [registration.helperName, registration.helperContact].filter(Boolean).join(", "),
  },
};

/** The columns that somebody may take out of this event's list. */
export function columnsFor(actor: Actor, event: { neighbourhoodId: string | null }): ColumnCode[] {
  const { seePeople, organise } = permitsOf(actor, event);
  const allowed = { count: true, people: seePeople, sensitive: organise };
  return COLUMN_CODES.filter((code) => allowed[COLUMNS[code].who]);
}

/** Those that are ticked to begin with: nothing sensitive, no contacts. */
export function usualColumns(columns: readonly ColumnCode[]): ColumnCode[] {
  const usual: readonly ColumnCode[] = [
    "reference",
    "name",
    "state",
    "people",
    "places",
    "booked",
    "booked_by",
  ];
  return columns.filter((code) => usual.includes(code));
}

/** The name of the file: the event's address and the day. */
export function fileName(slug: string, now: Date, format: "csv" | "xlsx"): string {
  return `${slug}-${wallOf(now).slice(0, 10)}.${format}`;
}
