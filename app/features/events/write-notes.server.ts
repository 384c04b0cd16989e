import { eventNotes } from "~/db/tables/events-notes";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { flagsIn } from "~/platform/flags";
import { newId } from "~/platform/ids.server";
import { keyed } from "~/platform/secret-links.server";
import { placeIn } from "./after";
import { BOXES, sheetForm } from "./after-forms";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { listNobodysNames } from "./read-notes.server";
import { listSessions } from "./read-sessions.server";
import { fieldsOf } from "./register.server";

/** How many were written down, and their ids in the order of the sheet; or why none was. */
export type Written = { ok: true; notes: number; ids: string[] } | Refusal<"invalid" | "missing" | "not_yet">;

/**
 * Writes a table sheet down, a note a line. They wait until somebody has read them; what may have to be
 * taken out is flagged. The same sheet sent twice is one. Refuses before the event has begun.
 */
export async function writeNotes(
  ctx: Ctx,
  input: { slug: string; typed: unknown; submissionId?: string },
): Promise<Written> {
  const parsed = sheetForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event || !may.typeNotes(ctx.actor, event)) return { ok: false, reason: "missing" };
  const known = await listNobodysNames(ctx, event);
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx): Promise<Written> => {
    if (event.state !== "published" || event.startsAt > ctx.now) return { ok: false, reason: "not_yet" };
    const lines = Object.entries(BOXES).flatMap(([box, question]) =>
      form[box as keyof typeof BOXES].map((line) => ({ ...line, question })),
    );
    const from = placeIn(await listSessions(ctx, event.id, true), { place: form.place });
    const rows = lines.map(({ text, agreeing, question }, at) => ({
      id: newId(),
      eventId: event.id,
      place: form.place,
      sessionId: from?.id ?? null,
      question,
      text,
      agreeing,
      channel: "sheet" as const,
      mayPrint: form.mayPrint,
      state: "waiting" as const,
      flags: flagsIn(text, known),
      submission: input.submissionId
        ? keyed(ctx.secret, "sheet", event.id, input.submissionId, String(at), text)
        : null,
      createdAt: ctx.now,
    }));
    const kept = await ctx.db.insert(eventNotes).values(rows).onConflictDoNothing().returning();
    await audit(ctx, "events.notes_written", { kind: "event", id: event.id }, { notes: kept.length });
    return { ok: true, notes: kept.length, ids: kept.map((row) => row.id) };
  });
}
