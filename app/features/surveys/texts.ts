import type { Answer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { Answers } from "./answers";
import { OTHER } from "./questionnaire";

/** A text of a questionnaire that has a translation: its key, and its English words. */
export type SurveyText = { key: string; text: string };

const own = (question: Question): SurveyText[] => {
  const at = `q.${question.key}`;
  return [
    { key: `${at}.title`, text: question.title },
    { key: `${at}.hint`, text: question.hint },
    ...question.options.map((option) => ({ key: `${at}.o.${option.key}`, text: option.label })),
    ...question.rows.map((row) => ({ key: `${at}.r.${row.key}`, text: row.label })),
    { key: `${at}.from`, text: question.scale?.fromLabel ?? "" },
    { key: `${at}.to`, text: question.scale?.toLabel ?? "" },
    { key: `${at}.unit`, text: question.number?.unit ?? "" },
  ];
};

/** Every text that people read, in its order, by the key that translations go by. */
export function textsOf(questionnaire: Questionnaire): SurveyText[] {
  const sections = questionnaire.sections.flatMap((section) => [
    { key: `s.${section.key}.title`, text: section.title },
    { key: `s.${section.key}.text`, text: section.text },
  ]);
  return [...sections, ...questionnaire.questions.flatMap(own)].filter(({ text }) => text !== "");
}

/** A text as it is shown, and whether it is still in English on a page in another language. */
export type Worded = { text: string; english: boolean };

/** Finds a text in a language; where there is no translation, the English one. */
export function wordsIn(questionnaire: Questionnaire, locale: string) {
  const found = locale === "en" ? {} : (questionnaire.translations[locale] ?? {});
  return (key: string, english: string): Worded => {
    const text = found[key];
    return text ? { text, english: false } : { text: english, english: locale !== "en" };
  };
}

/** Where an earlier answer goes into a text: `{{key}}`, or `{{key|what stands there without one}}`. */
const PIPE = /\{\{\s*([a-z][a-z0-9_]*)\s*(?:\|([^{}]*))?\}\}/g;

/** The keys of the questions whose answers go into a text. */
export function pipedIn(text: string): string[] {
  return [...text.matchAll(PIPE)].flatMap(([, key]) => key ?? []);
}

/** The same text with other keys in it. */
export function renamePiped(text: string, rename: (key: string) => string): string {
  return text.replace(PIPE, (whole, key: string) => whole.replace(key, rename(key)));
}

/** An answer in words, for a text or for the page where answers are checked. */
export function answerWords(
  question: Question,
  answer: Answer | undefined,
  words: (key: string, english: string) => Worded,
): string[] {
  if (answer?.state !== "answered") return [];
  const label = (key: string) => {
    if (key === OTHER && question.other) return answer.other ?? "";
    const option = question.options.find((one) => one.key === key);
    return words(`q.${question.key}.o.${key}`, option?.label ?? key).text;
  };
  if (answer.rows) {
    return question.rows
      .filter((row) => answer.rows?.[row.key])
      .map(
        (row) =>
          `${words(`q.${question.key}.r.${row.key}`, row.label).text}: ${label(answer.rows?.[row.key] ?? "")}`,
      );
  }
  if (answer.choices) return answer.choices.map(label);
  if (answer.number !== undefined) {
    const unit = question.number?.unit;
    return [unit ? `${answer.number} ${words(`q.${question.key}.unit`, unit).text}` : String(answer.number)];
  }
  return [answer.date ?? answer.text ?? ""];
}

/** Puts answers on the route into a text. Without an answer stands what the text says instead, or dots. */
export function piped(
  text: string,
  on: Answers,
  questionnaire: Questionnaire,
  words: (key: string, english: string) => Worded,
): string {
  return text.replace(PIPE, (_, key: string, otherwise = "…") => {
    const question = questionnaire.questions.find((one) => one.key === key);
    const said = question ? answerWords(question, on[key], words).filter(Boolean).join(", ") : "";
    return said || otherwise.trim();
  });
}
