import type { Questionnaire } from "~/db/tables/surveys-documents";
import { faultsOf } from "./faults";
import { type Finding, linesOf, type ReportLine } from "./import-report";

/** What a page says of a file of questions that was read. */
export type QuestionsRead = {
  questions: number;
  sections: number;
  languages: number;
  remarks: readonly string[];
  lines: readonly ReportLine[];
  /** What is wrong with the questions as they would be taken. */
  faults: readonly string[];
};

/** Sums up a file for the page that asks whether it shall be used. */
export function summaryOfImport(read: {
  questionnaire: Questionnaire;
  findings: readonly Finding[];
  remarks: readonly string[];
}): QuestionsRead {
  const { questionnaire, findings, remarks } = read;
  const { questions, sections, translations } = questionnaire;
  return {
    questions: questions.length,
    sections: sections.length,
    languages: Object.values(translations).filter((texts) => Object.keys(texts).length > 0).length,
    remarks,
    lines: linesOf(findings),
    faults:
      questions.length === 0
        ? []
        : faultsOf(questionnaire).map(({ at, text }) => (at ? `${at}: ${text}` : text)),
  };
}
