import { plainDay } from "~/platform/london";
import type { TagColour } from "~/ui/Tag";
import type { AppraisalRow } from "./read.server";
import { letterOf, type Standing } from "./rules";

/** A London day such as 2026-02-05 in the words of a language. */
export function dayIn(day: string, locale: string): string {
  return plainDay(new Date(`${day}T12:00:00Z`), locale);
}

/** The colour of each state of a decision; the word says it. */
export const STANDING_COLOURS: Record<Standing, TagColour> = {
  open: "blue",
  overdue: "red",
  decided: "green",
  withdrawn: "grey",
};

/** The colour of each state of an appraisal. */
export const STATE_COLOURS: Record<AppraisalRow["state"], TagColour> = {
  draft: "yellow",
  scoring: "green",
  closed: "purple",
  published: "blue",
};

/** An option as it is named on pages: "C: Blended". */
export const named = (option: { position: number; title: string }): string =>
  `${letterOf(option.position)}: ${option.title}`;

/** Tiles of its own for each appraisal of the whole borough. */
export function seedOf(slug: string): number {
  return [...slug].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 11);
}
