import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "~/db/tables/platform";
import type { Question } from "~/db/tables/surveys-documents";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { exportCodebook, exportResponses } from "~/features/surveys/export-responses.server";
import { prepareExport } from "~/features/surveys/prepare-export.server";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import { newQuestion } from "~/features/surveys/questionnaire";
import { findSurveyRow } from "~/features/surveys/read.server";
import { listExports } from "~/features/surveys/read-exports.server";
import { typeSheet } from "~/features/surveys/type-sheet.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asStaff, later } from "../../support/factories";
import { aColleague, someSheets } from "../../support/paper";
import { aSurvey } from "../../support/surveys";
import { unzip } from "../../support/unzip";

let ctx: Ctx;
let helen: Ctx;
let slug: string;

const option = (key: string) => ({ key, label: `Box ${key}` });
const questions: Question[] = [
  newQuestion("how", "multiple", "How?", {
    options: ["bus", "car"].map(option),
    other: true,
    preferNot: true,
  }),
  newQuestion("one", "single", "Which one?", { options: ["yes", "no"].map(option) }),
  newQuestion("late", "short_text", "How late?", {
    showWhen: { match: "all", conditions: [{ question: "one", is: "any_of", values: ["yes"] }] },
  }),
  newQuestion("first", "rank", "What first?", { options: ["a", "b"].map(option) }),
  newQuestion("easy", "grid", "How easy?", {
    options: ["easy", "hard"].map(option),
    rows: ["x", "y"].map(option),
  }),
  newQuestion("trust", "scale", "Trust?"),
];

const fileOf = async (who: Ctx, typed: object) => {
  const asked = await prepareExport(who, { slug, typed: { reason: "For the report", ...typed } });
  if (!asked.ok) throw new Error(JSON.stringify(asked));
  return { id: asked.id, file: await exportResponses(who, { slug, id: asked.id }) };
};
const rowsOf = async (who: Ctx, typed: object): Promise<Record<string, string>[]> => {
  const { file } = await fileOf(who, { format: "csv", ...typed });
  if (!file) throw new Error("no file");
  return parse(await text(file.body), { columns: true, bom: true });
};

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  helen = await aColleague(ctx, "Helen");
  ({ slug } = await aSurvey(helen, { questions }));
  const [a = "", b = ""] = await someSheets(helen, slug, 2);
  const type = (sheet: string, typed: Record<string, string>) =>
    typeSheet(helen, { slug, batch: null, typed: { sheet, receivedDay: "2026-06-01", ...typed } });
  await type(a, {
    "q-how": "1 3",
    "q-how-other": "=HYPERLINK(1)",
    "q-one": "1",
    "q-late": "-2 minutes",
    "q-first": "2 1",
    "q-easy": "1 -",
    "q-trust": "4",
  });
  await type(b, { "q-how": "--", "q-one": "//", "q-trust": "??" });
  await editQuestions(helen, {
    slug,
    edit: (draft) => ({
      ...draft,
      questions: [...draft.questions, newQuestion("more", "number", "How many?")],
    }),
  });
  await publishSurvey(helen, { slug, typed: { reason: "One question more" } });
  const [c = ""] = await someSheets(helen, slug, 1);
  await type(c, { "q-one": "2", "q-more": "7" });
});

describe("responses as a file", () => {
  test("have a column an option, what became of each question, and versions joined by key", async () => {
    const rows = await rowsOf(helen, { words: "yes" });
    const of = (version: string, state: string) =>
      rows.find((row) => row["response.version"] === version && row["one.state"] === state);
    expect(rows).toHaveLength(3);
    expect(of("1", "answered")).toMatchObject({
      "response.channel": "paper",
      "response.month": "2026-06",
      "how.state": "answered",
      "how.bus": "1",
      "how.car": "0",
      "how.other": "1",
      "how.other_text": "'=HYPERLINK(1)",
      one: "yes",
      late: "'-2 minutes",
      "first.a": "2",
      "first.b": "1",
      "easy.x": "easy",
      "easy.y": "",
      trust: "4",
      "more.state": "not_asked",
      more: "",
    });
    expect(of("1", "two_ticked")).toMatchObject({
      "how.state": "prefer_not",
      "how.bus": "",
      "late.state": "not_shown",
      "first.state": "skipped",
      "trust.state": "illegible",
      trust: "",
    });
    expect(of("2", "answered")).toMatchObject({ one: "no", "more.state": "answered", more: "7" });
    expect(Object.keys(rows[0] ?? {}).some((name) => /id|sheet|batch|name|day/.test(name))).toBe(false);
  });

  test("are for those who may, without words where words are not for them, and written down", async () => {
    const analyst = await aColleague(ctx, "Yusuf", "analyst");
    const evaluator = await aColleague(ctx, "Mina", "evaluator");
    const asked = (who: Ctx, typed: object) =>
      prepareExport(who, { slug, typed: { format: "csv", reason: "For the report", ...typed } });
    expect(await asked(asStaff(ctx, "team_member"), {})).toMatchObject({ reason: "not_allowed" });
    expect(await asked(asStaff(ctx, "committee_member"), {})).toMatchObject({ reason: "missing" });
    expect(await asked(evaluator, { words: "yes" })).toMatchObject({ reason: "not_allowed" });
    expect(await asked(helen, { reason: "why not" })).toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
    const [row] = await rowsOf(evaluator, {});
    expect(row).toHaveProperty("late.state");
    expect(row).not.toHaveProperty("late");
    expect(row).not.toHaveProperty("how.other_text");
    expect((await rowsOf(analyst, { words: "yes" }))[0]).toHaveProperty("late");
    const survey = await findSurveyRow(ctx, { slug });
    const [newest] = await listExports(ctx, survey?.id ?? "");
    expect(newest?.taken).toMatchObject({ reason: "For the report", responses: 3 });
    const told = await ctx.db.select().from(auditEvents);
    expect(JSON.stringify(told)).toContain("surveys.exported");
  });

  test("are fetched by who asked, for a quarter of an hour", async () => {
    const { id } = await fileOf(helen, { format: "csv" });
    const analyst = await aColleague(ctx, "Iris", "analyst");
    expect(await exportResponses(analyst, { slug, id })).toBeNull();
    expect(await exportResponses(later(helen, 1), { slug, id })).toBeNull();
    const demoted: Ctx = {
      ...helen,
      actor: { ...(helen.actor as Extract<Ctx["actor"], { kind: "account" }>), grants: [] },
    };
    expect(await exportResponses(demoted, { slug, id })).toBeNull();
    expect(await exportResponses(helen, { slug, id })).not.toBeNull();
  });

  test("are also a workbook with its codebook, in which no cell is a formula", async () => {
    const { file } = await fileOf(helen, { format: "xlsx", words: "yes" });
    const chunks: Buffer[] = [];
    for await (const chunk of file?.body ?? []) chunks.push(chunk as Buffer);
    const files = unzip(Buffer.concat(chunks));
    const sheets = [...files].filter(([name]) => /worksheets\/sheet\d/.test(name)).map(([, body]) => body);
    expect(sheets).toHaveLength(2);
    const all = [...files.values()].join("\n");
    expect(all).toContain("=HYPERLINK(1)");
    expect(all).toContain("two_ticked");
    expect(sheets.join("\n")).not.toContain("<f>");
  });

  test("are explained by a codebook: every column, its versions, and every value", async () => {
    const book = await exportCodebook(helen, { slug, format: "csv" });
    const rows: Record<string, string>[] = parse(await text(book?.body ?? Readable.from([])), {
      columns: true,
      bom: true,
    });
    const names = new Set(rows.map((row) => row.column));
    for (const name of Object.keys((await rowsOf(helen, { words: "yes" }))[0] ?? {}))
      expect(names).toContain(name);
    expect(rows).toContainEqual(
      expect.objectContaining({ column: "one", versions: "1 2", value: "yes", label: "Box yes" }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ column: "more", versions: "2", kind: "number" }));
    const json = await exportCodebook(helen, { slug, format: "json" });
    expect(JSON.parse(await text(json?.body ?? Readable.from([])))).toMatchObject({
      versions: [1, 2],
      codebook: 1,
    });
    expect(await exportCodebook(asStaff(ctx, "team_member"), { slug, format: "json" })).toBeNull();
    expect(await exportCodebook(helen, { slug, format: "pdf" })).toBeNull();
  });
});
