import type { Dimension, Heading } from "~/db/tables/figures";
import type { Question } from "~/db/tables/surveys-documents";
import type { Counts, Group } from "./answer-counts";
import { bandFor, bandsOf } from "./number-bands";
import { OTHER, steps } from "./questionnaire";

/** A heading with how many people of a group it counts. */
type Counted = Heading & { count: (group: Group) => number };

/**
 * One question, or one answer or row of it, as it is published: each person has exactly one of `plain`. `coarse`
 * are the fewer headings of tables by group, all of them sums of plain ones; null where there are no such tables.
 */
export type ResultDimension = {
  /** Names its table: the question's key, with `~` and the option, or `-` and the row. */
  key: string;
  question: Question;
  title: string;
  /** What it is of its question: the option's or the row's words. */
  part: string | null;
  plain: readonly Counted[];
  sums: readonly (Heading & { of: readonly string[] })[];
  coarse: readonly string[] | null;
};

/** Stands for everybody who answered. */
export const ANSWERED = "~answered";
/** Stands for everybody who did not: left it out, preferred not to say, or was not asked. */
export const NONE = "~none";
/** The two best steps of a scale. */
export const TOP = "~top";
/** Its other steps. */
export const REST = "~rest";

const FINEST = 8;

/** How a question is published. */
export function dimensionsOf(question: Question, counts: Counts): ResultDimension[] {
  const { key, title } = question;
  const own = { question, title, part: null };
  const state = (name: string) => (group: Group) => counts.of(key, "", `~${name}`, group);
  const counted = (part: string, code: string) => (group: Group) => counts.of(key, part, code, group);
  // Nobody is told apart by having left something out: those who gave no answer are published nowhere.
  const none: Counted[] = [{ code: NONE, label: "No answer", apart: true, count: missing }];
  switch (question.kind) {
    case "single": {
      const answers = labelled(question).map((one) => ({ ...one, count: counted("", one.code) }));
      return [dimension({ ...own, key, answers, none, fine: answers.map(({ code }) => code) })];
    }
    case "scale": {
      const answers = scaleLabels(question).map((one) => ({ ...one, count: counted("", one.code) }));
      const codes = answers.map(({ code }) => code);
      const top = { code: TOP, label: codes.slice(-2).join(" or "), of: codes.slice(-2) };
      const rest = { code: REST, label: `Below ${codes.at(-2)}`, of: codes.slice(0, -2) };
      const more = codes.length > 3 ? [top, rest] : [];
      return [dimension({ ...own, key, answers, none, more, fine: more.length > 0 ? [TOP, REST] : codes })];
    }
    case "multiple":
      return labelled(question).map((option) => {
        const chosen = counted("", option.code);
        const answers = [
          { code: "chosen", label: "Chose it", count: chosen },
          {
            code: "not",
            label: "Chose something else",
            count: (g: Group) => state("answered")(g) - chosen(g),
          },
        ];
        const names = { key: `${key}~${option.code}`, title: `${title} ${option.label}`, part: option.label };
        return dimension({ ...own, ...names, answers, none, fine: ["chosen", "not"] });
      });
    case "rank":
      return question.options.map((option) => ranked(question, option, counts, none));
    case "grid":
      return question.rows.map((row) => {
        const answers = labelled(question).map((one) => ({ ...one, count: counted(row.key, one.code) }));
        const given = (g: Group) => answers.reduce((sum, one) => sum + one.count(g), 0);
        // Who answered other rows only gave no answer to this one.
        const empty = none.map((one) => ({ ...one, count: (g: Group) => sizeOf(counts, g) - given(g) }));
        const names = { key: `${key}-${row.key}`, title: `${title} ${row.label}`, part: row.label };
        return dimension({ ...own, ...names, answers, none: empty, fine: answers.map(({ code }) => code) });
      });
    case "number":
      return [numbers(question, counts, none)];
    default: {
      const answers = [{ code: "given", label: "Answered in words", count: state("answered") }];
      if (question.kind === "date") answers[0] = { ...answers[0], label: "Gave a day" } as Counted;
      return [dimension({ ...own, key, answers, none, fine: null })];
    }
  }

  function missing(group: Group): number {
    return sizeOf(counts, group) - state("answered")(group);
  }
}

/** How many people there are, or of a group, whatever they answered. */
const sizeOf = (counts: Counts, group: Group) =>
  group ? counts.of(group.question, "", group.answer) : counts.total;

function ranked(
  question: Question,
  option: Question["options"][number],
  counts: Counts,
  none: readonly Counted[],
): ResultDimension {
  const { key, options, most } = question;
  const places = Array.from({ length: most ?? options.length }, (_, n) => String(n + 1));
  const at = (place: string) => (group: Group) => counts.of(key, option.key, place, group);
  const answers: Counted[] = places.map((place) => ({
    code: place,
    label: `Place ${place}`,
    count: at(place),
  }));
  const unplaced = (group: Group) =>
    counts.of(key, "", ANSWERED, group) - places.reduce((sum, place) => sum + at(place)(group), 0);
  // However many places there are, people may leave some out.
  answers.push({ code: "not", label: "Gave it no place", count: unplaced });
  const later = { code: "~later", label: "Later or no place", of: answers.slice(1).map(({ code }) => code) };
  return dimension({
    key: `${key}~${option.key}`,
    question,
    title: `${question.title} ${option.label}`,
    part: option.label,
    answers,
    none,
    more: answers.length > 2 ? [later] : [],
    fine: answers.length > 2 ? ["1", later.code] : answers.map(({ code }) => code),
  });
}

function numbers(question: Question, counts: Counts, none: readonly Counted[]): ResultDimension {
  const { key, title } = question;
  const bands = bandsOf(question);
  const given = counts.answersTo(key, "");
  const answers = bands.map(({ code, label }) => ({
    code,
    label,
    count: (group: Group) =>
      given
        .filter((answer) => bandFor(bands, Number(answer))?.code === code)
        .reduce((sum, answer) => sum + counts.of(key, "", answer, group), 0),
  }));
  return dimension({ key, question, title, part: null, answers, none, fine: null });
}

type Parts = Pick<ResultDimension, "key" | "question" | "title" | "part"> & {
  answers: readonly Counted[];
  none: readonly Counted[];
  more?: ResultDimension["sums"];
  fine: readonly string[] | null;
};

function dimension({ answers, none, more = [], fine, ...names }: Parts): ResultDimension {
  const codes = (list: readonly Heading[]) => list.map(({ code }) => code);
  return {
    ...names,
    plain: [...answers, ...none],
    sums: [{ code: ANSWERED, label: "Answered", of: codes(answers) }, ...more],
    coarse: fine && fine.length <= FINEST ? fine : null,
  };
}

const labelled = ({ options, other }: Question): Heading[] => [
  ...options.map(({ key, label }) => ({ code: key, label })),
  ...(other ? [{ code: OTHER, label: "Something else" }] : []),
];

const scaleLabels = (question: Question): Heading[] =>
  steps(question).map((step) => {
    const { from, to, fromLabel = "", toLabel = "" } = question.scale ?? {};
    const end = step === from ? fromLabel : step === to ? toLabel : "";
    return { code: String(step), label: end ? `${step}: ${end}` : String(step) };
  });

/** The dimension of its own table: everything that it can be counted by. */
export const wholeOf = ({ key, question, part, plain, sums }: ResultDimension): Dimension => ({
  key,
  label: part ?? question.title,
  headings: [...plain.map(({ count: _, ...heading }) => heading), ...sums],
});
