import type { TagColour } from "~/ui/Tag";
import type { CommitmentSeen } from "./read.server";
import type { Precision, State } from "./rules";
import { stateOf } from "./state";

/** A date as exactly as it was named. */
export type Due = { day: string; precision: Precision };

/** A commitment as pages that anyone may read show it: no address of its owner. */
export type CommitmentShown = ReturnType<typeof shownCommitment>;

/** What pages that anyone may read know of a commitment on a London day. */
export function shownCommitment(seen: CommitmentSeen, today: string) {
  const { commitment, office, organisation, neighbourhood } = seen;
  const { number, kind, said, source, sourceWords, sourceLink, madeDay, redated } = commitment;
  const { condition, conditionState, doneDay, withdrawnDay } = commitment;
  return {
    number,
    kind,
    said,
    source,
    sourceWords,
    sourceLink,
    madeDay,
    redated,
    condition,
    conditionState,
    doneDay,
    withdrawnDay,
    neighbourhood,
    state: stateOf(commitment, today),
    owner: office && organisation ? { role: office.role, organisation: organisation.name } : null,
    due: dueOf(commitment.dueDay, commitment.precision),
    first: dueOf(commitment.firstDueDay, commitment.firstPrecision),
  };
}

const dueOf = (day: string | null, precision: Precision | null): Due | null =>
  day && precision ? { day, precision } : null;

/** The colour of each state; the word says it. */
export const STATE_COLOURS: Readonly<Record<State, TagColour>> = {
  overdue: "red",
  open: "blue",
  needs_owner: "orange",
  done: "green",
  done_late: "yellow",
  withdrawn: "grey",
};

/** The key of the words for a state: what has no date can't be on time. */
export function stateKey({ state, kind }: { state: State; kind: string }): string {
  return state === "done" && kind !== "dated" ? "reached" : `states.${state}`;
}

const LONGEST = 140;

/** The words of a commitment as a heading: cut at a word where they are long. */
export function inShort(said: string, longest = LONGEST): string {
  const line = said.replace(/\s+/g, " ");
  return line.length <= longest ? line : `${line.slice(0, line.lastIndexOf(" ", longest))} …`;
}

/** Whole days from one London day to another. */
export function daysFrom(day: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${day}T12:00:00Z`)) / 86_400_000);
}
