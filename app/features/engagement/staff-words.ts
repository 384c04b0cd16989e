import type { Role } from "~/platform/actor";
import type { TagColour } from "~/ui/Tag";
import type { CHANNELS, Kind, LEAD_ROLES, State } from "./rules";

/** Kinds in the words of staff pages, which are in English. */
export const KIND_WORDS: Record<Kind, string> = {
  event: "Event",
  workshop: "Workshop",
  survey: "Survey",
  idea_board: "Idea board",
  outreach: "Outreach",
  co_design_group: "Co-design group",
  consultation: "Formal consultation",
  staff_engagement: "Staff engagement",
  staff_consultation: "Staff consultation",
  other: "Something else",
};

/** What follows from choosing a kind, for those where something does. */
export const KIND_HINTS: Partial<Record<Kind, string>> = {
  consultation: "Opens only with its conditions met. Everything else is engagement, not formal consultation.",
  staff_engagement: "Only staff see it.",
  staff_consultation: "Only staff and the unions see it. HR sets how long it lasts at least.",
};

/** How people take part. */
export const CHANNEL_WORDS: Record<(typeof CHANNELS)[number], string> = {
  in_person: "In person",
  online: "Online",
  phone: "By phone",
  paper: "On paper",
  mixed: "In several ways",
};

/** An activity's state. */
export const STATE_WORDS: Record<State, { text: string; colour: TagColour }> = {
  draft: { text: "Draft", colour: "yellow" },
  planned: { text: "Planned", colour: "blue" },
  open: { text: "Open", colour: "green" },
  done: { text: "Done", colour: "grey" },
  cancelled: { text: "Cancelled", colour: "red" },
};

/** Between an open activity's last day and its write-up. */
export const CLOSED: { text: string; colour: TagColour } = { text: "Closed", colour: "purple" };
/** Beside an activity that the public does not see. */
export const ONLY_STAFF: { text: string; colour: TagColour } = {
  text: "Only staff and unions",
  colour: "purple",
};

/** The seven steps: a word, and what it means. */
export const LEVEL_WORDS: Record<number, { name: string; means: string }> = {
  1: { name: "Coercion", means: "People had to go along with it." },
  2: { name: "Educating", means: "People learned about what services had settled." },
  3: { name: "Informing", means: "People were told what was going on." },
  4: { name: "Consultation", means: "People were asked what they think, and services decided." },
  5: { name: "Engagement", means: "People could shape some of it early on." },
  6: { name: "Co-design", means: "People helped to design it, and did not run it." },
  7: { name: "Co-production", means: "People and services decided it and did it together, start to end." },
};

/** "4, consultation"; half-way between two, both: "between 4, consultation, and 5, engagement". */
export function levelWords(level: number): string {
  const name = (step: number) => `${step}, ${(LEVEL_WORDS[step]?.name ?? "").toLowerCase()}`;
  if (Number.isInteger(level)) return name(level);
  return `between ${name(Math.floor(level))}, and ${name(Math.ceil(level))}`;
}

/** Roles that can lead, as pages name them. */
export const LEAD_WORDS: Record<(typeof LEAD_ROLES)[number], string> = {
  engagement_lead: "Engagement lead",
  programme_lead: "Programme lead",
  neighbourhood_lead: "Neighbourhood lead",
  team_member: "Neighbourhood team",
};

/** A role that leads, in words. */
export function leadRoleWords(role: string | null): string | null {
  return (LEAD_WORDS as Partial<Record<Role | string, string>>)[role ?? ""] ?? null;
}

/** A number and its noun, kept on one line: "1 person", "3 people". */
export function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString("en-GB")}\u00a0${n === 1 ? one : many}`;
}

/** A day such as 2026-02-05 in words: "5 February 2026". */
export function dayWords(day: string): string {
  const [year = 2000, month = 1, date = 1] = day.split("-").map(Number);
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(Date.UTC(year, month - 1, date, 12)));
}

/** From one day to another; a single day once. */
export function daysWords(from: string, to: string): string {
  return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`;
}
