import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { Answers } from "./answers";
import { asksFor, OTHER, steps } from "./questionnaire";
import { routeOf } from "./route";
import { answerWords, piped, type Worded, wordsIn } from "./texts";

/** An answer to choose, in the words of the page's language. */
export type ShownOption = { key: string; label: Worded };

/** A question as a page shows it: in its language, with earlier answers put in. */
export type ShownQuestion = Pick<Question, "key" | "kind" | "other" | "preferNot" | "required" | "most"> & {
  title: Worded;
  hint: Worded | null;
  options: ShownOption[];
  rows: ShownOption[];
  steps: { value: number; label: Worded | null }[];
  unit: Worded | null;
};

/** Says a questionnaire in one language, for somebody's answers so far. */
export function shownIn(questionnaire: Questionnaire, locale: string, answers: Answers = {}) {
  const words = wordsIn(questionnaire, locale);
  const { on } = routeOf(questionnaire, answers);
  const said = (key: string, english: string): Worded => {
    const found = words(key, english);
    return { ...found, text: piped(found.text, on, questionnaire, words) };
  };
  const options = (question: Question, of: "o" | "r", list: Question["options"]) =>
    list.map(({ key, label }) => ({ key, label: words(`q.${question.key}.${of}.${key}`, label) }));
  return {
    question(question: Question): ShownQuestion {
      const { key, kind, other, preferNot, required, most, scale } = question;
      const ends = [
        [scale?.from, `q.${key}.from`, scale?.fromLabel],
        [scale?.to, `q.${key}.to`, scale?.toLabel],
      ] as const;
      const end = (value: number) => {
        const [, name, label] = ends.find(([at]) => at === value) ?? [];
        return name && label ? words(name, label) : null;
      };
      return {
        ...{ key, kind, other, preferNot, required, most },
        title: said(`q.${key}.title`, question.title),
        hint: question.hint ? said(`q.${key}.hint`, question.hint) : null,
        options: options(question, "o", question.options),
        rows: options(question, "r", question.rows),
        steps: steps(question).map((value) => ({ value, label: end(value) })),
        unit: question.number?.unit ? words(`q.${key}.unit`, question.number.unit) : null,
      };
    },
    /** The heading and the text of a section. */
    section(key: string | null) {
      const section = questionnaire.sections.find((one) => one.key === key);
      return (
        section && {
          title: words(`s.${section.key}.title`, section.title),
          text: section.text ? words(`s.${section.key}.text`, section.text) : null,
        }
      );
    },
    /** Every question on the route with its answer in words, for the page where answers are checked. */
    answers() {
      return routeOf(questionnaire, answers)
        .questions.filter(asksFor)
        .map((question) => {
          const answer = on[question.key];
          const choices = answer?.state === "answered" ? (answer.choices ?? []) : [];
          const english = [question.options, question.rows]
            .flat()
            .some((option) => words(`q.${question.key}.o.${option.key}`, option.label).english);
          return {
            key: question.key,
            title: said(`q.${question.key}.title`, question.title),
            state: answer?.state ?? ("skipped" as const),
            lines: answerWords(question, answer, words),
            isDate: answer?.state === "answered" && answer.date !== undefined,
            other: choices.includes(OTHER) && answer?.state === "answered" && !answer.other,
            english: english && choices.length > 0,
          };
        });
    },
  };
}

/** A survey's own texts, by the keys that translations go by. */
export const SURVEY_TEXTS = ["title", "summary", "purpose", "intro", "whoSees", "whatNext"] as const;
type SurveyWords = Record<(typeof SURVEY_TEXTS)[number], string>;

/** What a survey says about itself, in a language; where there is no translation, in English. */
export function shownSurvey(survey: SurveyWords, questionnaire: Questionnaire, locale: string) {
  const words = wordsIn(questionnaire, locale);
  return Object.fromEntries(
    SURVEY_TEXTS.map((name) => [name, words(`survey.${name}`, survey[name])]),
  ) as Record<(typeof SURVEY_TEXTS)[number], Worded>;
}
