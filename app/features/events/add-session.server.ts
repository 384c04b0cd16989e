import { count, eq, max } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { eventSessions } from "~/db/tables/events-sessions";
import { findOrganisation } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { refusalOf } from "./may";
import { type EventRow, findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { sessionForm } from "./staff-forms";

/** So many sessions and stalls an event can have. */
const MOST = 200;

/** What staff typed about a session, checked, with the organisation looked up. */
export async function prepareSession(ctx: Ctx, typed: unknown) {
  const parsed = sessionForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) } as const;
  const { host: slug, ...form } = parsed.data;
  const host = slug ? await findOrganisation(ctx, slug) : null;
  if (slug && !host) {
    const fields = { host: ["Choose an organisation from the list"] };
    return { ok: false, reason: "invalid", fields } as const;
  }
  return {
    ok: true,
    facts: { ...form, hostId: host?.id ?? null, hostName: host ? null : form.hostName },
  } as const;
}

/** Adds a session or stall to an event. With places of its own, people choose it when they save a place. */
export async function addSession(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const prepared = await prepareSession(ctx, typed);
  if (!prepared.ok) return prepared;
  const found = await findEventRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, event, "arrange");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    if (event.state === "cancelled" || event.endsAt <= ctx.now) return { ok: false, reason: "over" };
    const [there] = await ctx.db
      .select({ n: count(), last: max(eventSessions.position) })
      .from(eventSessions)
      .where(eq(eventSessions.eventId, event.id));
    if ((there?.n ?? 0) >= MOST) return { ok: false, reason: "over" };
    const id = newId();
    await ctx.db.insert(eventSessions).values({
      ...prepared.facts,
      id,
      eventId: event.id,
      state: "on",
      position: (there?.last ?? 0) + 1,
      confirmedPlaces: 0,
      waitingCount: 0,
      nextInQueue: 1,
    });
    await countBookable(ctx, event);
    await audit(ctx, "events.session_added", { kind: "event", id: event.id }, { session: id });
    return { ok: true, id };
  });
}

/** Keeps how many sessions of an event take bookings, and returns the event with it. Inside a write. */
export async function countBookable(ctx: Ctx, event: EventRow): Promise<EventRow> {
  const rows = await ctx.db
    .select({ capacity: eventSessions.capacity, state: eventSessions.state })
    .from(eventSessions)
    .where(eq(eventSessions.eventId, event.id));
  const bookableSessions = rows.filter((one) => one.state === "on" && one.capacity !== null).length;
  if (bookableSessions !== event.bookableSessions)
    await ctx.db.update(events).set({ bookableSessions }).where(eq(events.id, event.id));
  return { ...event, bookableSessions };
}
