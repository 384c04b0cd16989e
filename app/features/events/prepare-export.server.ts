import { count, eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { eventExports } from "~/db/tables/events-exports";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { COLUMNS, columnsFor } from "./attenders";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { LARGEST_WORKBOOK } from "./rules";
import { exportForm } from "./staff-forms";

const REASON = "Say why you need what people told us about themselves: it is written down with the list";
const SHORTEST_REASON = 10;

/**
 * Somebody asks for the people of an event as a file, in columns that they may have; `id` fetches it.
 * What people need, and who helps them, is given only to who runs the event and only with a reason;
 * every file is written down. Refuses a workbook of more bookings than one may hold.
 */
export async function prepareExport(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "missing">> {
  const parsed = exportForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { format, reason } = parsed.data;
  return write(ctx, { locks: [] }, async (ctx): Promise<Awaited<ReturnType<typeof prepareExport>>> => {
    const event = await findEventRow(ctx, { slug });
    if (!event || !may.exportAttenders(ctx.actor, event)) return { ok: false, reason: "missing" };
    const allowed = columnsFor(ctx.actor, event);
    const columns = parsed.data.columns.filter((code) => allowed.includes(code));
    if (columns.length < parsed.data.columns.length) return { ok: false, reason: "missing" };
    const isSensitive = columns.some((code) => COLUMNS[code].who === "sensitive");
    if (isSensitive && (reason ?? "").length < SHORTEST_REASON) {
      return { ok: false, reason: "invalid", fields: { reason: [REASON] } };
    }
    const [row] = await ctx.db
      .select({ n: count() })
      .from(registrations)
      .where(eq(registrations.eventId, event.id));
    const bookings = row?.n ?? 0;
    if (format === "xlsx" && bookings > LARGEST_WORKBOOK) {
      return { ok: false, reason: "invalid", fields: { format: [tooLarge(bookings)] } };
    }
    const id = newId();
    const byId = ctx.actor.kind === "account" ? ctx.actor.id : null;
    const log = { format, columns, bookings, reason: isSensitive ? reason : null };
    await ctx.db.insert(eventExports).values({ id, eventId: event.id, at: ctx.now, byId, ...log });
    const facts = { format, bookings, columns: columns.join(" "), sensitive: isSensitive };
    await audit(ctx, "events.exported", { kind: "event", id: event.id }, facts);
    return { ok: true, id };
  });
}

const tooLarge = (bookings: number) =>
  `An Excel workbook can hold ${LARGEST_WORKBOOK.toLocaleString("en-GB")} bookings here, and this event has ${bookings.toLocaleString("en-GB")}. Choose CSV: Excel opens it too`;
