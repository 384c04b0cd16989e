import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { and, asc, count, eq, gt, inArray } from "drizzle-orm";
import writeExcel from "write-excel-file/node";
import { registrationNeeds, registrations } from "~/db/tables/events";
import { eventExports } from "~/db/tables/events-exports";
import { participants } from "~/db/tables/people";
import { neighbourhoods } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { newId } from "~/platform/ids.server";
import { type Attender, COLUMNS, type ColumnCode, columnsFor, fileName } from "./attenders";
import { may } from "./may";
import { type EventRow, findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { LARGEST_WORKBOOK } from "./rules";
import { exportForm } from "./schema";

/** A file to hand to the browser, as it is read. */
export type Exported = { ok: true; name: string; type: string; body: Readable };

const REASON = "Say why you need what people told us about themselves: it is written down with the list";
const BATCH = 500;

/**
 * The people of an event as a file, in columns that the actor may have. What people need, and who helps
 * them, is given only to who runs the event and only with a reason; every list is written down. CSV is
 * read from the database as it is sent. A workbook has to be whole before it is sent, so it has a limit.
 */
export async function exportAttenders(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<Exported | Refusal<"invalid" | "missing">> {
  const parsed = exportForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { format, reason } = parsed.data;
  const event = await findEventRow(ctx, { slug });
  if (!event || !may.exportAttenders(ctx.actor, event)) return { ok: false, reason: "missing" };
  const allowed = columnsFor(ctx.actor, event);
  const columns = parsed.data.columns.filter((code) => allowed.includes(code));
  if (columns.length < parsed.data.columns.length) return { ok: false, reason: "missing" };
  const isSensitive = columns.some((code) => COLUMNS[code].who === "sensitive");
  if (isSensitive && (reason ?? "").length < 10) {
    return { ok: false, reason: "invalid", fields: { reason: [REASON] } };
  }
  const bookings = await countBookings(ctx, event.id);
  if (format === "xlsx" && bookings > LARGEST_WORKBOOK) {
    return { ok: false, reason: "invalid", fields: { format: [tooLarge(bookings)] } };
  }
  await logExport(ctx, event, { format, columns, bookings, reason: isSensitive ? reason : null });
  const body = format === "csv" ? csvOf(ctx, event.id, columns) : await workbookOf(ctx, event.id, columns);
  return { ok: true, name: fileName(slug, ctx.now, format), type: TYPES[format], body };
}

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const tooLarge = (bookings: number) =>
  `An Excel workbook can hold ${LARGEST_WORKBOOK.toLocaleString("en-GB")} bookings here, and this event has ${bookings.toLocaleString("en-GB")}. Choose CSV: Excel opens it too`;

async function countBookings(ctx: Ctx, eventId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(registrations)
    .where(eq(registrations.eventId, eventId));
  return row?.n ?? 0;
}

type Log = Pick<typeof eventExports.$inferInsert, "format" | "columns" | "bookings" | "reason">;

/** Writes down who took which columns of whom, and why. Refuses nobody: `may` was asked by `exportAttenders`. */
async function logExport(ctx: Ctx, event: EventRow, log: Log): Promise<void> {
  await write(ctx, { locks: [] }, async (ctx) => {
    if (!may.exportAttenders(ctx.actor, event)) return { ok: false };
    const byId = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db.insert(eventExports).values({ id: newId(), eventId: event.id, at: ctx.now, byId, ...log });
    const { format, bookings, reason } = log;
    const facts = { format, bookings, columns: log.columns.join(" "), sensitive: reason !== null };
    await audit(ctx, "events.exported", { kind: "event", id: event.id }, facts);
    return { ok: true };
  });
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
