import type { Questionnaire } from "../../app/db/tables/surveys-documents";
import { EMPTY, newQuestion } from "../../app/features/surveys/questionnaire";

const labelled = (...labels: string[]) =>
  labels.map((label) => ({ key: label.toLowerCase().replace(/\W+/g, "_"), label }));

/** A question of each of the ten kinds, each on a page of its own and each to be answered. */
export const everyKind: Questionnaire = {
  ...EMPTY,
  sections: [{ key: "kinds", title: "Every kind", text: "One of each.", showWhen: null }],
  questions: [
    newQuestion("hello", "information", "Before you begin", {
      hint: "It takes three minutes.\n\nThank you.",
    }),
    newQuestion("one", "single", "Which day suits you?", {
      options: labelled("Monday", "Tuesday"),
      other: true,
    }),
    newQuestion("some", "multiple", "What do you like to do?", {
      options: labelled("Sing", "Cook", "Walk"),
      other: true,
      preferNot: true,
      most: 2,
    }),
    newQuestion("steps", "scale", "How easy is it to come?", {
      scale: { from: 1, to: 5, fromLabel: "Very hard", toLabel: "Very easy" },
      preferNot: true,
    }),
    newQuestion("many", "number", "How many people live with you?", {
      hint: "Count everyone but yourself.",
      number: { least: 0, most: 20, whole: true, unit: "people" },
      preferNot: true,
    }),
    newQuestion("day", "date", "When did you move here?"),
    newQuestion("words", "short_text", "What is your street called?"),
    newQuestion("story", "long_text", "What would you change in {{words|your street}}?"),
    newQuestion("order", "rank", "What matters most?", {
      options: labelled("Trees", "Benches", "Lights"),
      most: 2,
    }),
    newQuestion("table", "grid", "How good are these?", {
      options: labelled("Good", "Fair", "Bad"),
      rows: labelled("Parks", "Buses"),
    }),
  ].map((question) => ({ ...question, section: "kinds", required: question.kind !== "information" })),
};
