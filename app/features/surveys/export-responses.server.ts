import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { and, asc, eq, gt } from "drizzle-orm";
import writeExcel from "write-excel-file/node";
import { participants } from "~/db/tables/people";
import { surveyResponses } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { CODEBOOK_HEAD, codebookDocument, codebookRows } from "./codebook";
import { may } from "./may";
import { findSurveyRow, listVersions, type SurveyRow } from "./read.server";
import { findExport } from "./read-exports.server";
import { type Cell, type ExportRow, type ResponseColumn, responseColumns } from "./response-columns";

/** A file to hand to the browser, as it is read. */
export type SurveyFile = { name: string; type: string; body: Readable };

const CHUNK = 500;
/** How long after it was asked for a file can be fetched. */
const FETCH_MS = 15 * 60_000;

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;

/** The kinds of file that a codebook comes in. */
export const CODEBOOK_FORMATS = ["csv", "json"] as const;

/**
 * The file that somebody asked for (prepare-export.server.ts): for them alone, for a quarter of an hour, and only
 * as long as they may have it; else null. Responses come by their id, which is random, so that their order tells
 * nothing. CSV is read from the database as it is sent; a workbook has to be whole before.
 */
export async function exportResponses(
  ctx: Ctx,
  { slug, id }: { slug: string; id: string },
): Promise<SurveyFile | null> {
  const survey = await findSurveyRow(ctx, { slug });
  if (!survey || !may.exportAnswers(ctx.actor, survey)) return null;
  const asked = await findExport(ctx, survey.id, id);
  const isTheirs = ctx.actor.kind === "account" && asked?.byId === ctx.actor.id;
  if (!asked || !isTheirs || ctx.now.getTime() - asked.at.getTime() > FETCH_MS) return null;
  if (asked.words && !may.exportWords(ctx.actor, survey)) return null;
  if (asked.names && !may.seeNames(ctx.actor, survey)) return null;
  const versions = await listVersions(ctx, survey.id);
  const columns = responseColumns(versions, asked);
  const name = `${slug}-responses-${dayOf(ctx.now)}.${asked.format}`;
  const cells = cellsOf(ctx, survey, columns, asked.names);
  if (asked.format === "csv") {
    const head = columns.map((column) => column.name);
    return { name, type: TYPES.csv, body: csvOf(head, cells) };
  }
  const rows: Cell[][] = [columns.map((column) => column.name)];
  for await (const row of cells) rows.push(row);
  const sheets = [
    { name: "Responses", rows },
    { name: "Codebook", rows: [[...CODEBOOK_HEAD], ...codebookRows(versions, asked.names)] },
  ];
  return { name, type: TYPES.xlsx, body: await workbookOf(sheets) };
}

/** What the columns and values of a survey's files mean, or null for whoever may not have the files. */
export async function exportCodebook(
  ctx: Ctx,
  { slug, format }: { slug: string; format: string },
): Promise<SurveyFile | null> {
  const survey = await findSurveyRow(ctx, { slug });
  const kind = CODEBOOK_FORMATS.find((one) => one === format);
  if (!kind || !survey?.liveVersion || !may.exportAnswers(ctx.actor, survey)) return null;
  const versions = await listVersions(ctx, survey.id);
  const name = `${slug}-codebook.${kind}`;
  if (kind === "json") {
    const text = JSON.stringify(codebookDocument(survey.title, versions), null, 2);
    return { name, type: TYPES.json, body: Readable.from([text]) };
  }
  const named = survey.anonymity === "linked";
  return { name, type: TYPES.csv, body: csvOf([...CODEBOOK_HEAD], codebookRows(versions, named)) };
}

/** Responses by their random id, read some at a time, so that any number takes the same memory. */
async function* cellsOf(
  ctx: Ctx,
  survey: SurveyRow,
  columns: readonly ResponseColumn[],
  names: boolean,
): AsyncGenerator<Cell[]> {
  const r = surveyResponses;
  for (let after = 0; ; ) {
    const rows = await ctx.db
      .select({
        id: r.id,
        version: r.version,
        channel: r.channel,
        month: r.month,
        answers: r.answers,
        sentAt: r.sentAt,
        name: participants.name,
      })
      .from(r)
      .leftJoin(participants, eq(participants.id, r.participantId))
      .where(and(eq(r.surveyId, survey.id), gt(r.id, after)))
      .orderBy(asc(r.id))
      .limit(CHUNK);
    for (const { sentAt, name, ...row } of rows) {
      const own: ExportRow = names ? { ...row, name, day: sentAt && dayOf(sentAt) } : row;
      yield columns.map((column) => column.cell(own));
    }
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? after;
  }
}

function csvOf(head: string[], cells: AsyncIterable<Cell[]> | Iterable<Cell[]>): Readable {
  // With a mark at the beginning, Excel reads accents; cells that would be formulas there are made text.
  const lines = stringify({
    bom: true,
    escape_formulas: true,
    header: true,
    record_delimiter: "windows",
    columns: head,
  });
  const rows = Readable.from(cells);
  rows.once("error", (error) => lines.destroy(error));
  lines.once("close", () => rows.destroy());
  return rows.pipe(lines);
}

/** Every cell of words is typed as text, so that none is ever a formula. */
async function workbookOf(sheets: readonly { name: string; rows: Cell[][] }[]): Promise<Readable> {
  const book = await writeExcel(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: rows.map((row, at) => row.map((value) => excelCell(value, at === 0))),
    })),
  ).toBuffer();
  return Readable.from([book]);
}

const excelCell = (value: Cell, isHead: boolean) =>
  typeof value === "number"
    ? { value, type: Number }
    : { value, type: String, ...(isHead ? { fontWeight: "bold" as const } : {}) };
