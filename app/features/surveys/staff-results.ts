import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { Counts, Group } from "./answer-counts";
import { dimensionsOf, type ResultDimension } from "./result-dimensions";
import { questionsOf, sharedBreakdowns } from "./result-tables";

/** A line of a true table: an answer, and how often it was given by everybody and by each group. */
export type TrueLine = { code: string; label: string; all: number; groups: number[] };

/** True numbers of one question for staff: each answer, and the four ways of a response to have none. */
export type TrueResult = {
  key: string;
  title: string;
  parts: { key: string; label: string | null; lines: TrueLine[] }[];
  answered: number;
  skipped: number;
  preferNot: number;
  /** By the route, or in a version that did not ask it. */
  notAsked: number;
};

/** How staff see results: all questions, by the groups of one where they ask for it. */
export type TrueResults = {
  groups: { code: string; label: string }[];
  breakdowns: { key: string; title: string }[];
  questions: TrueResult[];
};

/** Every answer of a survey in true numbers, for staff who may read the responses themselves. Versions come newest first. */
export function trueResults(
  versions: readonly Questionnaire[],
  counts: Counts,
  by: string | null,
): TrueResults {
  const questions = questionsOf(versions);
  const shared = sharedBreakdowns(versions);
  const breakdowns = questions.filter(({ key }) => shared.includes(key));
  const chosen = breakdowns.find(({ key }) => key === by);
  const groups = chosen ? answersOf(dimensionsOf(chosen, counts)[0]) : [];
  const asGroup = (answer: string): Group => (chosen ? { question: chosen.key, answer } : null);
  return {
    groups: groups.map(({ code, label }) => ({ code, label })),
    breakdowns: breakdowns.map(({ key, title }) => ({ key, title })),
    questions: questions.map((question) => ({
      ...statesOf(question, counts),
      parts: dimensionsOf(question, counts).map((one) => ({
        key: one.key,
        label: one.part,
        lines: answersOf(one).map(({ code, label, count }) => ({
          code,
          label,
          all: count(null),
          groups: groups.map((group) => count(asGroup(group.code))),
        })),
      })),
    })),
  };
}

const answersOf = (dimension: ResultDimension | undefined) =>
  (dimension?.plain ?? []).filter(({ apart }) => !apart);

function statesOf({ key, title }: Question, counts: Counts) {
  const state = (name: string) => counts.of(key, "", `~${name}`);
  const [answered, skipped, preferNot] = [state("answered"), state("skipped"), state("prefer_not")];
  return {
    key,
    title,
    answered,
    skipped,
    preferNot,
    notAsked: counts.total - answered - skipped - preferNot,
  };
}
