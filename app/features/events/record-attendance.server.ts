import { and, eq, sum } from "drizzle-orm";
import { attendanceCounts, registrations } from "~/db/tables/events";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { attendanceForm } from "./schema";

/** Written down; or why not. `too_many`: more than had a place; walk-ins are counted apart. */
export type Recorded =
  | { ok: true; attended: number; noShow: number; walkIns: number }
  | Refusal<"invalid" | "missing" | "cancelled" | "not_yet" | "too_many">;

/**
 * Writes down how many came to an event, by the neighbourhood they live in; what was written before goes.
 * Refuses before the start, and more people with a place, come or not, than had one.
 */
export async function recordAttendance(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Recorded> {
  const parsed = attendanceForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findEventRow(ctx, { slug: input.slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx): Promise<Recorded> => {
    const event = await findEventRow(ctx, { id: found.id });
    if (!event || !may.recordAttendance(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
    if (event.state === "draft" || event.startsAt > ctx.now) return { ok: false, reason: "not_yet" };

    const rows: (typeof attendanceCounts.$inferInsert)[] = [];
    for (const { neighbourhood: slug, ...counts } of parsed.data.counts) {
      const neighbourhood = slug === "" ? null : await findNeighbourhood(ctx, slug);
      if (slug !== "" && !neighbourhood) {
        return { ok: false, reason: "invalid", fields: { counts: [`There is no neighbourhood ${slug}`] } };
      }
      rows.push({ eventId: event.id, neighbourhoodId: neighbourhood?.id ?? "", ...counts });
    }
    const total = {
      attended: rows.reduce((n, row) => n + row.attended, 0),
      noShow: rows.reduce((n, row) => n + row.noShow, 0),
      walkIns: rows.reduce((n, row) => n + row.walkIns, 0),
    };
    const [booked] = await ctx.db
      .select({ people: sum(registrations.party) })
      .from(registrations)
      .where(and(eq(registrations.eventId, event.id), eq(registrations.state, "confirmed")));
    const people = Number(booked?.people ?? 0);
    if (total.attended + total.noShow > people) {
      const said = `${people} people had a place. Count those who came without one as walk-ins`;
      return { ok: false, reason: "too_many", fields: { counts: [said] } };
    }
    await ctx.db.delete(attendanceCounts).where(eq(attendanceCounts.eventId, event.id));
    if (rows.length > 0) await ctx.db.insert(attendanceCounts).values(rows);
    await audit(ctx, "events.attendance_recorded", { kind: "event", id: event.id }, total);
    return { ok: true, ...total };
  });
}
