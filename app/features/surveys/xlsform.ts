import type { Question, Questionnaire, Rule, SurveySection } from "~/db/tables/surveys-documents";
import { isLocale } from "~/platform/locales";
import { type Cell, type Finding, type Report, reportOn } from "./import-report";
import { pagesOf } from "./questionnaire";
import { pipedIn } from "./texts";
import { type OutlinedGrid, type OutlinedQuestion, outlineOf } from "./xlsform-outline";
import { cellsOf, makeOf } from "./xlsform-questions";
import { bothRules, type Named, readRule } from "./xlsform-rules";
import { codeOf, type FormRow, type FormSheets, type RawSheet, readSheets } from "./xlsform-sheets";
import { wordsOf } from "./xlsform-words";

/** What was taken of an XLSForm, and what became of each of its cells. */
export type XlsForm = { questionnaire: Questionnaire; title: string | null; findings: Finding[] };

const MOST_QUESTIONS = 100;

/** Why a cell is not taken of which nothing else is said, by its heading. */
const WHY_NOT: readonly [RegExp, string][] = [
  [/^(constraint|required)_message/, "The site has its own words for what is wrong with an answer."],
  [/^(calculation|repeat_count|trigger)$/, "Nothing is worked out while people answer."],
  [/^choice_filter$/, "Every answer of a list is offered to everyone."],
  [/^default$/, "Nothing is answered beforehand."],
  [/^read_?only$/, "Whatever is asked can be answered."],
  [/^(media|image|audio|video|big-image)/, "Pictures, sound and films are not part of questions."],
  [/^guidance_hint/, "A question has one hint."],
  [/^parameters$/, "This setting has no place here."],
  [/^appearance$/, "The site lays questions out itself."],
];

const isRead = ({ sheet }: Cell) => ["survey", "choices", "settings"].includes(sheet.trim().toLowerCase());

function whyNot(cell: Cell): string {
  const { sheet, column } = cell;
  const name = sheet.trim().toLowerCase();
  if (!isRead(cell)) return "Only the sheets survey, choices and settings are read.";
  if (name === "settings") return "The site has its own settings.";
  const found = WHY_NOT.find(([heading]) => heading.test(column));
  if (found) return found[1];
  if (name === "choices" && /^(list_name|name|label.*)$/.test(column))
    return "No question that was taken uses this list.";
  return /^(type|name|label.*|hint.*|required|relevant|constraint)$/.test(column)
    ? "Its row was not taken."
    : "This column is not read.";
}

/** Reads the sheets of an XLSForm. What is wrong with the form as a whole comes back as a sentence. */
export function readXlsForm(sheets: readonly RawSheet[]): XlsForm | { wrong: string } {
  const form = readSheets(sheets);
  if ("wrong" in form) return form;
  const report = reportOn(form.cells, whyNot);
  noteHeadings(form, report);
  const outline = outlineOf(form.survey, report);
  const names = new Map<string, Named>();
  const words = wordsOf(form, names, report);
  const made = outline.items.map((item) => ({ item, ...makeOf(item, form, { report, words, names }) }));
  // Words that repeat answers and conditions are read when all questions are known.
  const questions = made.flatMap(({ item, question, say }) => {
    if (!question) return [];
    say(question);
    const rule = ruleFor(item.row, item.inherited, names, report);
    return [{ ...question, section: item.section, withPrevious: item.withPrevious, showWhen: rule }];
  });
  const sections = outline.sections
    .filter(({ key }) => questions.some(({ section }) => section === key))
    .slice(0, 30)
    .map(
      ({ key, row, inherited }): SurveySection => ({
        key,
        title: words.take(row, "label", { key: `s.${key}.title`, most: 160 }),
        text: words.take(row, "hint", { key: `s.${key}.text`, most: 2000 }),
        showWhen: ruleFor(null, inherited, names, report),
      }),
    );
  const known = new Set(sections.map(({ key }) => key));
  const kept = questions.slice(0, MOST_QUESTIONS).map((one) => ({
    ...one,
    section: one.section !== null && known.has(one.section) ? one.section : null,
  }));
  for (const { item } of made.filter(({ question }) => question).slice(MOST_QUESTIONS)) {
    for (const cell of cellsOf(item))
      report.note(cell, "left", `A survey has ${MOST_QUESTIONS} questions at most.`);
  }
  const asked = new Set(kept.map(({ key }) => key));
  const used = (key: string) => key.startsWith("s.") || asked.has(key.split(".")[1] ?? "");
  const translations = Object.fromEntries(
    Object.entries(words.translations).map(([code, texts]) => [
      code,
      Object.fromEntries(Object.entries(texts).filter(([key]) => used(key))),
    ]),
  );
  const draft: Questionnaire = { form: 1, sections, questions: kept, translations };
  return {
    questionnaire: {
      ...draft,
      questions: apart(
        draft,
        made.map(({ item }) => item),
        report,
      ),
    },
    title: titleIn(form, report),
    findings: report.findings(),
  };
}

const KNOWN =
  /^(type|name|label|hint|required|relevant|constraint|appearance|parameters|list_name|form_title|default_language)$/;

function noteHeadings({ heads }: FormSheets, report: Report): void {
  for (const cell of heads) {
    if (!isRead(cell)) continue;
    const [, language] = cell.column.split("::");
    const code = language === undefined ? null : codeOf(language);
    if (language === undefined ? KNOWN.test(cell.column) : code !== null && isLocale(code))
      report.note(cell, "taken");
    else if (language !== undefined) report.note(cell, "left", `This site has no pages in “${language}”.`);
  }
}

function titleIn({ settings }: FormSheets, report: Report): string | null {
  const [row] = settings;
  const title = row?.cells.get("form_title");
  report.note(title, "changed", "Offered as the title where a new survey is made.");
  const language = row?.cells.get("default_language");
  if (language) {
    const english = codeOf(language.value) === "en";
    report.note(
      language,
      english ? "taken" : "changed",
      english ? "" : "Questions are written in English first here.",
    );
  }
  return title?.value.replace(/\s+/g, " ").slice(0, 160) ?? null;
}

/** The condition of a row together with those of the groups around it. */
function ruleFor(
  row: FormRow | null,
  inherited: readonly Cell[],
  names: ReadonlyMap<string, Named>,
  report: Report,
): Rule | null {
  const own = row?.cells.get("relevant");
  let rule: Rule | null = null;
  for (const cell of [...inherited, ...(own && !inherited.includes(own) ? [own] : [])]) {
    const read = readRule(cell.value, names);
    const both: Rule | null = read.ok ? bothRules(rule, read.value) : null;
    if (!read.ok) report.note(cell, "left", `${read.why} Nobody is passed over for it.`);
    else if (!both)
      report.note(
        cell,
        "left",
        "It can’t be put into one rule with the condition around it. Nobody is passed over for it.",
      );
    else {
      rule = both;
      report.note(cell, "taken");
    }
  }
  return rule;
}

/** Questions that wait for, or repeat, an answer of their own page begin a new one: a page is sent whole. */
function apart(
  draft: Questionnaire,
  items: readonly (OutlinedQuestion | OutlinedGrid)[],
  report: Report,
): Question[] {
  const questions: Question[] = [];
  for (const question of draft.questions) {
    const here = pagesOf({ ...draft, questions: [...questions, question] }).at(-1)?.questions ?? [];
    const asks = [
      ...(question.showWhen?.conditions ?? []).map((one) => one.question.split("-")[0] ?? ""),
      ...pipedIn(`${question.title} ${question.hint}`),
    ];
    const clashes = question.withPrevious && here.some((one) => one !== question && asks.includes(one.key));
    questions.push(clashes ? { ...question, withPrevious: false } : question);
    const row = clashes ? items.find(({ key }) => key === question.key)?.row : undefined;
    report.note(
      row?.cells.get("type"),
      "changed",
      "It begins a new page, because it waits for an answer before it.",
    );
  }
  return questions;
}
