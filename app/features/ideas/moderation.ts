/** Why an idea or a comment is taken off; whoever wrote it is told in the words of `moderation.reasons`. */
export const REMOVAL_REASONS = [
  "names_somebody",
  "safety",
  "abusive",
  "private_details",
  "advertising",
  "other_matter",
] as const;

/** One of them. */
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** The same for staff. */
export const REMOVAL_WORDS: Readonly<Record<RemovalReason, string>> = {
  names_somebody: "It names or describes a person",
  safety: "It tells of danger to somebody, and was passed on",
  abusive: "It insults or threatens people",
  private_details: "It holds private details, such as an address or a phone number",
  advertising: "It advertises something",
  other_matter: "It is about another matter than the board asks about",
};

/** Why somebody reports what others wrote. */
export const REPORT_REASONS = [
  "names_somebody",
  "worry",
  "abusive",
  "private_details",
  "advertising",
  "other_matter",
] as const;

/** One of them. */
export type ReportReason = (typeof REPORT_REASONS)[number];

/** The same for staff. */
export const REPORT_WORDS: Readonly<Record<ReportReason, string>> = {
  names_somebody: "names or describes a person",
  worry: "somebody may be in danger",
  abusive: "insults or threatens people",
  private_details: "holds private details",
  advertising: "advertises something",
  other_matter: "is about another matter",
};

/** To whom a worry is passed on, in words for staff. */
export const SERVICES = {
  emergency: "Emergency services (999)",
  adults: "The council’s safeguarding adults team",
  children: "The council’s children’s team",
  health: "A health service",
  crisis: "A crisis or support line, together with the person",
  none_needed: "Looked into: nobody has to be told",
} as const;

/** One of them. */
export type Service = keyof typeof SERVICES;

/** So long may a worry wait for the person whose turn it is, in hours; then the next of the rota is asked. */
export const LOOK_WITHIN_HOURS = 4;

/** Author's words against a removal, and how long they may be. */
export const APPEAL_MOST = 1000;

/** Whether this has to wait for a human whatever the board says: word matching is only an aid. */
export const needsHuman = (flags: readonly string[]) => flags.length > 0;

/** True where words tell of danger to somebody. */
export const isWorrying = (flags: readonly string[]) => flags.includes("safeguarding");

/** How long something has waited, in whole hours, for the list. */
export const waitedHours = (openedAt: Date, now: Date) =>
  Math.max(0, Math.floor((now.getTime() - openedAt.getTime()) / 3_600_000));

/** A turn at looking when somebody may be in danger. */
export type Turn = {
  id: string;
  accountId: string;
  part: "lead" | "cover";
  fromDay: string;
  toDay: string;
};

/** Whose turn it is on a day, in the order in which they are asked: leads first, then cover, each by their days. */
export function onTurn<T extends Turn>(turns: readonly T[], day: string): T[] {
  const rank = ({ part }: T) => (part === "lead" ? 0 : 1);
  return turns
    .filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
    .sort((a, b) => rank(a) - rank(b) || (a.fromDay < b.fromDay ? -1 : 1) || (a.id < b.id ? -1 : 1));
}
