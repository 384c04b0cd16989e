import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import writeExcel from "write-excel-file/node";
import { registrationNeeds, registrations } from "~/db/tables/events";
import { eventExports } from "~/db/tables/events-exports";
import { participants } from "~/db/tables/people";
import { neighbourhoods } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { type Attender, COLUMNS, type ColumnCode, columnsFor, fileName } from "./attenders";
import { may } from "./may";
import { findEventRow } from "./read.server";

/** A file to hand to the browser, as it is read. */
export type Exported = { name: string; type: string; body: Readable };

const BATCH = 500;
/** How long after it was asked for a file can be fetched. */
const FETCH_MS = 15 * 60_000;

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The file that somebody asked for (prepare-export.server.ts): for them alone, for a quarter of an hour,
 * and only in columns that they may still have; else null. CSV is read from the database as it is sent. A
 * workbook has to be whole before it is sent.
 */
export async function exportAttenders(
  ctx: Ctx,
  { slug, id }: { slug: string; id: string },
): Promise<Exported | null> {
  const event = await findEventRow(ctx, { slug });
  if (!event || !may.exportAttenders(ctx.actor, event)) return null;
  const [asked] = await ctx.db
    .select()
    .from(eventExports)
    .where(and(eq(eventExports.id, id), eq(eventExports.eventId, event.id)));
  const isTheirs = ctx.actor.kind === "account" && asked?.byId === ctx.actor.id;
  if (!asked || !isTheirs || ctx.now.getTime() - asked.at.getTime() > FETCH_MS) return null;
  const columns = columnsFor(ctx.actor, event).filter((code) => asked.columns.includes(code));
  if (columns.length < asked.columns.length) return null;
  const { format } = asked;
  const body = format === "csv" ? csvOf(ctx, event.id, columns) : await workbookOf(ctx, event.id, columns);
  return { name: fileName(slug, ctx.now, format), type: TYPES[format], body };
}

/** Bookings in the order of joining, read some at a time, so that any number takes the same memory. */
async function* attendersOf(ctx: Ctx, eventId: string, needs: boolean): AsyncGenerator<Attender> {
  for (let after = -1; ; ) {
    const rows = await ctx.db
      .select({ registration: registrations, participant: participants, neighbourhood: neighbourhoods.name })
      .from(registrations)
      .innerJoin(participants, eq(participants.id, registrations.participantId))
      .leftJoin(neighbourhoods, eq(neighbourhoods.id, participants.neighbourhoodId))
      .where(and(eq(registrations.eventId, eventId), gt(registrations.queueNumber, after)))
      .orderBy(asc(registrations.queueNumber))
      .limit(BATCH);
    const words = needs
      ? await needsIn(
          ctx,
          rows.map((row) => row.registration.id),
        )
      : null;
    for (const row of rows) yield { ...row, needs: words?.get(row.registration.id) ?? "" };
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.registration.queueNumber ?? after;
  }
}

async function needsIn(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const t = translator("en");
  const words = new Map<string, string>();
  if (ids.length === 0) return words;
  const rows = await ctx.db
    .select()
    .from(registrationNeeds)
    .where(inArray(registrationNeeds.registrationId, [...ids]))
    .orderBy(asc(registrationNeeds.registrationId), asc(registrationNeeds.need));
  for (const { registrationId, need } of rows) {
    const before = words.get(registrationId);
    words.set(registrationId, [before, t(`needs.${need}`)].filter(Boolean).join(", "));
  }
  return words;
}

function csvOf(ctx: Ctx, eventId: string, columns: readonly ColumnCode[]): Readable {
  // With a mark at the beginning, Excel reads accents; cells that would be formulas there are made text.
  const lines = stringify({
    bom: true,
    escape_formulas: true,
    header: true,
    record_delimiter: "windows",
    columns: columns.map((code) => COLUMNS[code].header),
  });
  const rows = Readable.from(cellsOf(ctx, eventId, columns));
  rows.once("error", (error) => lines.destroy(error));
  lines.once("close", () => rows.destroy());
  return rows.pipe(lines);
}

async function* cellsOf(ctx: Ctx, eventId: string, columns: readonly ColumnCode[]) {
  for await (const row of attendersOf(ctx, eventId, columns.includes("needs"))) {
    yield columns.map((code) => COLUMNS[code].value(row));
  }
}

/** Every cell of words is typed as text, so that none is ever a formula. */
async function workbookOf(ctx: Ctx, eventId: string, columns: readonly ColumnCode[]): Promise<Readable> {
  const rows: Cell[][] = [
    columns.map((code) => ({ value: COLUMNS[code].header, type: String, fontWeight: "bold" as const })),
  ];
  for await (const cells of cellsOf(ctx, eventId, columns)) rows.push(cells.map(cellOf));
  const book = await writeExcel(rows, { sheet: "People", stickyRowsCount: 1 }).toBuffer();
  return Readable.from([book]);
}

type Cell =
  | { value: string; type: StringConstructor; fontWeight?: "bold" }
  | { value: number; type: NumberConstructor };

const cellOf = (value: string | number): Cell =>
  typeof value === "number" ? { value, type: Number } : { value, type: String };
