import type { Questionnaire } from "~/db/tables/surveys-documents";
import { EMPTY, newQuestion } from "./questionnaire";

const words = (...labels: [string, string][]) => labels.map(([key, label]) => ({ key, label }));
const yesPartlyNo = words(["yes", "Yes"], ["partly", "Partly"], ["no", "No"]);

const threeQuestions: Questionnaire = {
  ...EMPTY,
  questions: [
    newQuestion("worked_well", "long_text", "What has worked well?", {
      hint: "Please don’t write names or anything that tells who somebody is.",
    }),
    newQuestion("challenges", "long_text", "What is still hard?"),
    newQuestion("take_forward", "long_text", "What should we do next?"),
  ],
};

const eventFeedback: Questionnaire = {
  ...EMPTY,
  questions: [
    newQuestion("rating", "scale", "How was the event for you?", {
      scale: { from: 1, to: 5, fromLabel: "Very poor", toLabel: "Very good" },
    }),
    newQuestion("heard", "single", "Did you feel heard?", { options: yesPartlyNo }),
    newQuestion("reach", "single", "Was everything that you needed there, so that you could take part?", {
      options: yesPartlyNo,
    }),
    newQuestion("missing", "long_text", "What was missing?", {
      showWhen: {
        match: "any",
        conditions: [{ question: "reach", is: "any_of", values: ["partly", "no"] }],
      },
    }),
    newQuestion("again", "single", "Would you come again?", {
      options: words(["yes", "Yes"], ["not_sure", "Not sure"], ["no", "No"]),
    }),
    newQuestion("better", "long_text", "What should be different next time?"),
  ],
};

const experience: Questionnaire = {
  ...EMPTY,
  sections: [
    { key: "care", title: "Care and support near you", text: "", showWhen: null },
    { key: "say", title: "Having a say", text: "", showWhen: null },
  ],
  questions: [
    newQuestion("used", "single", "In the last 12 months, have you used health or care services near you?", {
      section: "care",
      options: words(["yes", "Yes"], ["for_someone", "Only for somebody I look after"], ["no", "No"]),
      preferNot: true,
    }),
    newQuestion("joined_up", "scale", "How well did different services work together?", {
      section: "care",
      scale: { from: 1, to: 5, fromLabel: "Not at all well", toLabel: "Very well" },
      showWhen: {
        match: "any",
        conditions: [{ question: "used", is: "any_of", values: ["yes", "for_someone"] }],
      },
    }),
    newQuestion("repeat_story", "single", "How often did you have to tell your story again?", {
      section: "care",
      options: words(
        ["never", "Never"],
        ["sometimes", "Sometimes"],
        ["often", "Often"],
        ["always", "Every time"],
      ),
      showWhen: {
        match: "any",
        conditions: [{ question: "used", is: "any_of", values: ["yes", "for_someone"] }],
      },
    }),
    newQuestion("easy", "scale", "How easy is it to get help near where you live?", {
      section: "care",
      scale: { from: 1, to: 5, fromLabel: "Very hard", toLabel: "Very easy" },
    }),
    newQuestion("influence", "scale", "How much say do you have in what happens in your neighbourhood?", {
      section: "say",
      scale: { from: 1, to: 5, fromLabel: "None at all", toLabel: "A lot" },
    }),
    newQuestion("one_thing", "long_text", "What one thing would make the biggest difference?", {
      section: "say",
    }),
  ],
};

/** Questionnaires to begin with, by name. */
export const TEMPLATES: readonly {
  name: string;
  title: string;
  text: string;
  questionnaire: Questionnaire;
}[] = [
  {
    name: "three-questions",
    title: "Three questions",
    text: "What works, what is hard, what to do next. Two minutes.",
    questionnaire: threeQuestions,
  },
  {
    name: "event-feedback",
    title: "After an event",
    text: "How it was, whether people felt heard, and what to do better. Three minutes.",
    questionnaire: eventFeedback,
  },
  {
    name: "experience",
    title: "Experience at the start and the end of a year",
    text: "Asked twice with the same keys, so that both can be compared. Five minutes.",
    questionnaire: experience,
  },
];

/** A template's questions; none for an unknown name. */
export function templateOf(name: string): Questionnaire {
  return TEMPLATES.find((template) => template.name === name)?.questionnaire ?? EMPTY;
}
