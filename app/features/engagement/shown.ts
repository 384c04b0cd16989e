import { plainDay } from "~/platform/london";
import type { TagColour } from "~/ui/Tag";
import type { ActivitySeen } from "./read.server";
import type { Standing } from "./rules";

/** What pages that anyone may read know of an activity: nobody's name, and no count of answers. */
export function shownActivity({ activity, consultation, neighbourhood }: ActivitySeen) {
  const { leadAccountId: _lead, planId: _plan, leadRole: _role, ...rest } = activity;
  if (!consultation) return { activity: rest, consultation: null, neighbourhood };
  const { answersReceived: _answers, ...said } = consultation;
  return { activity: rest, consultation: said, neighbourhood };
}

/** An activity as pages that anyone may read show it. */
export type ActivityShown = ReturnType<typeof shownActivity>;

/** A London day such as 2026-02-05 in the words of a language. */
export function dayIn(day: string, locale: string): string {
  return plainDay(new Date(`${day}T12:00:00Z`), locale);
}

/** The colour of each standing; the word says it. */
export const STANDING_COLOURS: Record<Standing, TagColour> = {
  draft: "yellow",
  planned: "blue",
  not_started: "orange",
  open: "green",
  closed: "purple",
  done: "grey",
  cancelled: "red",
};
