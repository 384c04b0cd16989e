import type { Scores } from "~/db/tables/appraisals-scores";
import type { Typed } from "~/ui/typed";
import { fieldOf, type Kind, letterOf, typedAs } from "./rules";
import { kindForm, scoreIn } from "./schema";

type Placed = { id: string; position: number };

/** What is scored by what. */
export type Asked = { options: readonly Placed[]; criteria: readonly Placed[] };

/** What one appraiser gave, as it is kept. */
export type Given = { kind: Kind; scores: Scores; first: string | null; could: string[] };

/** Messages of the form: keys of the interface strings on the public page, sentences on the staff page. */
export type Problems = Record<"kind" | "score" | "first" | "could" | "nothing", string>;

/** On the page for phones. */
export const PUBLIC_PROBLEMS: Problems = {
  kind: "options.problem.kind",
  score: "options.problem.score",
  first: "options.problem.first",
  could: "options.problem.could",
  nothing: "options.problem.nothing",
};

/** Where staff type a sheet of paper. */
export const STAFF_PROBLEMS: Problems = {
  kind: "Choose who filled the sheet in",
  score: "Type a number from 0 to 5, or nothing where the sheet has none",
  first: "Type one letter of an option, or nothing",
  could: "Type letters of options, such as B C, or nothing",
  nothing: "There is nothing on this sheet: type a score or a first choice",
};

/**
 * Reads scores: a field for each option and criterion (`A-2`), `first` with the letter of an option, and `could` with
 * several, ticked or typed in a row. Anything may be left out, but not everything.
 */
export function scoresIn(
  typed: Typed,
  { options, criteria }: Asked,
  problems: Problems,
): { ok: true; given: Given } | { ok: false; fields: Record<string, string[]> } {
  const fields: Record<string, string[]> = {};
  const kind = kindForm.safeParse(typedAs(typed, "kind"));
  if (!kind.success) fields.kind = [problems.kind];
  const scores: Scores = {};
  for (const option of options) {
    for (const criterion of criteria) {
      const name = fieldOf(option, criterion);
      const score = scoreIn(typedAs(typed, name));
      if (score === undefined) fields[name] = [problems.score];
      else if (score !== null) scores[option.id] = { ...scores[option.id], [criterion.id]: score };
    }
  }
  const byLetter = new Map(options.map(({ id, position }) => [letterOf(position), id]));
  const letters = (name: string) =>
    [typed[name] ?? []]
      .flat()
      .flatMap((text) => text.toUpperCase().split(/[\s,;]*/))
      .filter(Boolean);
  const firsts = letters("first").map((letter) => byLetter.get(letter));
  if (firsts.length > 1 || firsts.includes(undefined)) fields.first = [problems.first];
  const could = letters("could").map((letter) => byLetter.get(letter));
  if (could.includes(undefined)) fields.could = [problems.could];
  if (Object.keys(fields).length > 0 || !kind.success) return { ok: false, fields };
  const first = firsts[0] ?? null;
  const chosen = [...new Set(could)].filter((id) => id !== undefined);
  if (Object.keys(scores).length === 0 && first === null && chosen.length === 0) {
    const [option, criterion] = [options[0], criteria[0]];
    return {
      ok: false,
      fields: { [option && criterion ? fieldOf(option, criterion) : "kind"]: [problems.nothing] },
    };
  }
  // Whoever would choose an option first could live with it.
  const couldLive = first === null || chosen.includes(first) ? chosen : [...chosen, first];
  return { ok: true, given: { kind: kind.data, scores, first, could: couldLive } };
}

/** What was given as the form shows it. */
export function typedOfScores(given: Given, { options, criteria }: Asked): Typed {
  const typed: Typed = { kind: given.kind };
  const letters = new Map(options.map(({ id, position }) => [id, letterOf(position)]));
  for (const option of options) {
    for (const criterion of criteria) {
      const score = given.scores[option.id]?.[criterion.id];
      if (score !== undefined) typed[fieldOf(option, criterion)] = String(score);
    }
  }
  if (given.first) typed.first = letters.get(given.first) ?? "";
  typed.could = given.could.flatMap((id) => letters.get(id) ?? []);
  return typed;
}
