import { dayAndClock } from "~/platform/london";
import type { IdeaRow } from "./read.server";
import type { Origin, Standing } from "./rules";

/** Where a board stands, and the colour of its tag. */
export const STANDING_WORDS = {
  draft: { text: "Draft", colour: "grey" },
  not_yet: { text: "Opens later", colour: "yellow" },
  open: { text: "Open", colour: "green" },
  closed: { text: "Closed", colour: "grey" },
} as const satisfies Readonly<Record<Standing, { text: string; colour: string }>>;

/** Where an idea stands, and the colour of its tag. */
export const STATE_WORDS = {
  live: { text: "Shown", colour: "green" },
  held: { text: "Waiting to be read", colour: "orange" },
  unconfirmed: { text: "Author has not opened the link", colour: "grey" },
  merged: { text: "Joined to another", colour: "blue" },
  removed: { text: "Taken out", colour: "red" },
} as const satisfies Readonly<Record<IdeaRow["state"], { text: string; colour: string }>>;

/** The states in the order of lists. */
export const STATES = ["live", "held", "unconfirmed", "merged", "removed"] as const;

/** Where an idea came from. */
export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  resident: "A resident",
  staff: "Put in by the team",
  event_note: "A note of an event",
};

/** How people support ideas on a board. */
export const supportWords = ({ support, points }: { support: string; points: number | null }): string =>
  ({
    none: "Not counted",
    one: "Each person once an idea",
    points: `${points} points each`,
  })[support] ?? "";

/** From when until when a board is open. */
export const timesWords = ({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }): string =>
  `${dayAndClock(opensAt)} to ${dayAndClock(closesAt)}`;

/** What the banner says after something was done. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  created: "The draft is saved. Publish it when it is ready.",
  edited: "Your changes are saved.",
  published: "The board is published.",
  closed: "The board is closed. Its ideas can still be read.",
  added: "The idea is on the board.",
  arranged: "Saved.",
  phoned: "Their support is in.",
  phoned_before: "That number had supported this idea before. It counts once.",
  merged: "The ideas are joined. Authors and supporters who left an address are told once.",
  unmerged: "The ideas are apart again, each as it was.",
  split: "The idea is now two. Its author is told.",
};
