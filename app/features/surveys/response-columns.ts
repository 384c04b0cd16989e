import type { KeptAnswer, Option, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { asksFor, OTHER, offered, PREFER_NOT, steps } from "./questionnaire";
import type { Channel } from "./rules";

/** A version as exports need it. */
export type ExportVersion = { version: number; questionnaire: Questionnaire };

/** A response as exports need it. `name` and `day` only where they were asked for. */
export type ExportRow = {
  version: number;
  channel: Channel;
  month: string;
  answers: Record<string, KeptAnswer>;
  name?: string | null;
  day?: string | null;
};

/** A cell of the file. */
export type Cell = string | number;

/** What a value in a column means. */
type Meaning = { value: Cell; label: string };

/** A column of the file, with what the codebook says about it. */
export type ResponseColumn = {
  name: string;
  /** The key of its question; "" for what every response has. */
  question: string;
  says: string;
  values: Meaning[];
  cell: (row: ExportRow) => Cell;
};

/** A question in all versions that ask it: the same key is the same question. */
export type JoinedQuestion = {
  question: Question;
  versions: { version: number; title: string }[];
  options: Option[];
  rows: Option[];
};

/** What files say of a question without an answer: different things stay different. */
export const STATES: readonly Meaning[] = [
  { value: "answered", label: "Answered" },
  { value: "skipped", label: "Shown, and left empty" },
  { value: "two_ticked", label: "On paper, with more boxes ticked than can be counted" },
  { value: "illegible", label: "On paper, and nobody could read it" },
  { value: "prefer_not", label: "Chose “Prefer not to say”" },
  { value: "not_shown", label: "Not shown: earlier answers led past it" },
  { value: "not_asked", label: "This version does not ask it" },
];

/** Joins the questions of all versions by their key, in the order in which they first came. The newest words count. */
export function joinedQuestions(versions: readonly ExportVersion[]): JoinedQuestion[] {
  const joined = new Map<string, JoinedQuestion>();
  for (const { version, questionnaire } of [...versions].sort((a, b) => a.version - b.version)) {
    for (const question of questionnaire.questions.filter(asksFor)) {
      const before = joined.get(question.key);
      joined.set(question.key, {
        question,
        versions: [...(before?.versions ?? []), { version, title: question.title }],
        options: united(before?.options ?? [], question.options),
        rows: united(before?.rows ?? [], question.rows),
      });
    }
  }
  return [...joined.values()];
}

/** Options that any version has, each with its newest words. */
const united = (before: readonly Option[], now: readonly Option[]): Option[] => [
  ...new Map([...before, ...now].map((option) => [option.key, option])).values(),
];

/** What became of a question in a response. */
function stateOf({ answers }: ExportRow, key: string): string {
  const kept = answers[key];
  if (!kept) return "not_asked";
  return kept.state === "skipped" ? (kept.why ?? "skipped") : kept.state;
}

const answeredIn = ({ answers }: ExportRow, key: string) => {
  const kept = answers[key];
  return kept?.state === "answered" ? kept : null;
};

const labelled = (options: readonly Option[]): Meaning[] =>
  options.map(({ key, label }) => ({ value: key, label }));

/** The columns that one question has. */
function columnsOf({ question, options, rows }: JoinedQuestion, words: boolean): ResponseColumn[] {
  const { key, kind, title } = question;
  const column = (
    part: string,
    says: string,
    values: Meaning[],
    cell: (row: ExportRow) => Cell,
  ): ResponseColumn => ({ name: part ? `${key}.${part}` : key, question: key, says, values, cell });
  const state = column("state", `${title} – what became of it`, [...STATES], (row) => stateOf(row, key));
  const other = (part: string) =>
    column(part, `${title} – “other” in their words`, [], (row) => answeredIn(row, key)?.other ?? "");
  const beside = question.other && words ? [other("other_text")] : [];
  switch (kind) {
    case "single": {
      const all = [...options, ...(question.other ? [{ key: OTHER, label: "Other" }] : [])];
      return [
        state,
        column("", title, labelled(all), (row) => answeredIn(row, key)?.choices?.[0] ?? ""),
        ...beside,
      ];
    }
    case "multiple": {
      const boxes = offered({ ...question, options }).filter((one) => one !== PREFER_NOT);
      const label = (one: string) => options.find((option) => option.key === one)?.label ?? "Other";
      const values = [
        { value: 1, label: "Ticked" },
        { value: 0, label: "Not ticked" },
      ];
      const ticks = boxes.map((one) =>
        column(one, `${title} – ${label(one)}`, values, (row) => {
          const found = answeredIn(row, key);
          return found ? Number(found.choices?.includes(one) ?? false) : "";
        }),
      );
      return [state, ...ticks, ...beside];
    }
    case "rank":
      return [
        state,
        ...options.map((option) =>
          column(option.key, `${title} – the place of “${option.label}”`, [], (row) => {
            const place = (answeredIn(row, key)?.choices ?? []).indexOf(option.key) + 1;
            return place === 0 ? "" : place;
          }),
        ),
      ];
    case "grid":
      return [
        state,
        ...rows.map((line) =>
          column(
            line.key,
            `${title} – ${line.label}`,
            labelled(options),
            (row) => answeredIn(row, key)?.rows?.[line.key] ?? "",
          ),
        ),
      ];
    case "scale":
    case "number":
      return [state, column("", title, endsOf(question), (row) => answeredIn(row, key)?.number ?? "")];
    case "date":
      return [state, column("", title, [], (row) => answeredIn(row, key)?.date ?? "")];
    default:
      return words ? [state, column("", title, [], (row) => answeredIn(row, key)?.text ?? "")] : [state];
  }
}

/** The words at the two ends of a scale. */
function endsOf(question: Question): Meaning[] {
  const { scale } = question;
  return steps(question).flatMap((value) => {
    const label = value === scale?.from ? scale.fromLabel : value === scale?.to ? scale.toLabel : "";
    return label ? [{ value, label }] : [];
  });
}

const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  online: "Typed by the person",
  paper: "From a sheet of paper",
  assisted: "With staff beside them",
  phone: "On the phone",
};

/** Every column of a survey's file, in its order. Nothing in it says which response came before another. */
export function responseColumns(
  versions: readonly ExportVersion[],
  { words, names }: { words: boolean; names: boolean },
): ResponseColumn[] {
  const own = (name: string, says: string, cell: ResponseColumn["cell"], values: Meaning[] = []) => ({
    name,
    question: "",
    says,
    values,
    cell,
  });
  const channels = Object.entries(CHANNEL_LABELS).map(([value, label]) => ({ value, label }));
  return [
    own("response.version", "Version of the questions that was answered", (row) => row.version),
    own("response.channel", "By which way it came", (row) => row.channel, channels),
    own("response.month", "Month in which it came, as YYYY-MM", (row) => row.month),
    ...(names
      ? [
          own("response.name", "Who answered", (row) => row.name ?? ""),
          own("response.day", "Day on which it came", (row) => row.day ?? ""),
        ]
      : []),
    ...joinedQuestions(versions).flatMap((joined) => columnsOf(joined, words)),
  ];
}
