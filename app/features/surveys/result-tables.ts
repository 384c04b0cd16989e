import type { Dimension } from "~/db/tables/figures";
import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { TrueTable } from "~/features/figures/linked";
import { LEAST_FOR_TOPLINE } from "~/features/figures/rules";
import type { Counts, Group } from "./answer-counts";
import { asksFor } from "./questionnaire";
import { ANSWERED, dimensionsOf, NONE, type ResultDimension, wholeOf } from "./result-dimensions";
import { breakdownsOf } from "./rules";

/** The questions of all versions, each with its newest words: those of the newest version first. */
export function questionsOf(versions: readonly Questionnaire[]): Question[] {
  const seen = new Map<string, Question>();
  for (const { questions } of versions) {
    for (const question of questions) if (!seen.has(question.key)) seen.set(question.key, question);
  }
  return [...seen.values()].filter(asksFor);
}

/** Results are told apart by a question only when every version that asks it says so: else groups would not add up. */
export function sharedBreakdowns(versions: readonly Questionnaire[]): string[] {
  const declared = new Set(versions.flatMap(breakdownsOf));
  return [...declared].filter((key) =>
    versions.every((one) => !one.questions.some((q) => q.key === key) || breakdownsOf(one).includes(key)),
  );
}

/** The name of the table of a dimension by the groups of a question. */
export const byName = (dimension: string, breakdown: string) => `${dimension}/${breakdown}`;

/**
 * Everything that is published of a survey's answers, in true counts: a table for each question (for each answer
 * where several can be chosen, for each row of a grid), and each of them by the questions that are declared for it.
 * The versions come newest first.
 */
export function answerTables(
  people: string,
  versions: readonly Questionnaire[],
  counts: Counts,
): TrueTable[] {
  const dimensions = questionsOf(versions).flatMap((question) => dimensionsOf(question, counts));
  const shared = counts.total >= LEAST_FOR_TOPLINE ? sharedBreakdowns(versions) : [];
  const groups = dimensions.filter(({ key }) => shared.includes(key));
  return [
    ...dimensions.map((one) => alone(people, one)),
    ...groups.flatMap((group, n) =>
      dimensions
        // Two such questions by each other are one table, not two.
        .filter((one) => one.coarse && one !== group && !groups.slice(0, n).includes(one))
        .map((one) => byGroup(people, one, group)),
    ),
  ];
}

function alone(people: string, one: ResultDimension): TrueTable {
  return {
    id: one.key,
    title: one.title,
    people,
    down: wholeOf(one),
    across: null,
    counts: one.plain.map(({ count }) => [count(null)]),
    isTopline: true,
  };
}

/** The people of a dimension told apart by the answers to another question; who did not answer that one is a group. */
function byGroup(people: string, one: ResultDimension, by: ResultDimension): TrueTable {
  const coarse = [...(one.coarse ?? []), NONE];
  const across: Dimension = {
    key: one.key,
    label: one.part ?? one.question.title,
    headings: [
      ...(one.coarse ?? []).map((code) => ({ code, label: labelOf(one, code) })),
      { code: ANSWERED, label: "Answered", of: one.coarse ?? [] },
      { code: NONE, label: labelOf(one, NONE), apart: true },
    ],
  };
  const groups = by.sums[0]?.of ?? [];
  const down: Dimension = {
    key: by.key,
    label: by.question.title,
    headings: [
      ...groups.map((code) => ({ code, label: labelOf(by, code) })),
      { code: NONE, label: labelOf(by, NONE), apart: true },
    ],
  };
  const row = (group: Group) => coarse.map((code) => countOf(one, code, group));
  const told = groups.map((answer) => row({ question: by.question.key, answer }));
  const rest = row(null).map((all, at) => all - told.reduce((sum, group) => sum + (group[at] ?? 0), 0));
  return {
    id: byName(one.key, by.key),
    title: `${one.title} By: ${by.question.title}`,
    people,
    down,
    across,
    counts: [...told, rest],
  };
}

const labelOf = ({ plain, sums }: ResultDimension, code: string) =>
  [...plain, ...sums].find((one) => one.code === code)?.label ?? code;

/** How many of a group have a heading, be it a sum or not. */
function countOf({ plain, sums }: ResultDimension, code: string, group: Group): number {
  const of = sums.find((one) => one.code === code)?.of ?? [code];
  return plain.filter((one) => of.includes(one.code)).reduce((sum, one) => sum + one.count(group), 0);
}
