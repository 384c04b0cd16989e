import { and, eq, isNull, ne } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { attendances } from "~/db/tables/events-attendance";
import { recordParticipant } from "~/features/people/record-participant.server";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import { arrivedAt, doorOpens, referenceIn, skewOf } from "./arrivals";
import { type ArrivalItem, arrivalBatch, arrivalItem } from "./door-forms";
import { may } from "./may";
import { type EventRow, findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";

/**
 * What became of one item. `again`: we had it already. `clash`: noted, and somebody else noted the same
 * party before; it counts once. `unknown`: nothing of this event is known by that name. `refused`: it makes
 * no sense and never will. `note` says what a device without network could not know.
 */
export type ArrivalAnswer = {
  id: string;
  result: "recorded" | "again" | "clash" | "unknown" | "refused";
  note?: "cancelled" | "waiting" | "offered" | "booked_since" | "unknown_code";
  fields?: Record<string, string[]>;
};

type Batch = { skew: number; device: string };

/** The answers in the order of the items; or why none was looked at. */
export type CheckedIn =
  | { ok: true; answers: ArrivalAnswer[]; skewSeconds: number }
  | Refusal<"invalid" | "missing" | "cancelled" | "not_yet" | "too_many">;

/** Batches of one account: a phone that sends each person as they come passes, a script does not. */
const LIMIT = { name: "check-in", most: 600, minutes: 10 };

/**
 * Notes what happened at the door: arrivals of parties, people who came without booking, counts of heads,
 * and what was taken back. Every item carries an id of its own, so sending it again changes nothing, and
 * items may come late, in any order and from several devices. Refuses people who do not run the event,
 * events that are cancelled, and doors that are not open yet.
 */
export async function checkIn(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<CheckedIn> {
  const parsed = arrivalBatch.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { sentAt, device, items } = parsed.data;
  const found = await findEventRow(ctx, { slug: input.slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx): Promise<CheckedIn> => {
    const event = await findEventRow(ctx, { id: found.id });
    if (!event || !may.checkIn(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
    if (event.state === "draft" || doorOpens(event) > ctx.now) return { ok: false, reason: "not_yet" };
    if (ctx.actor.kind === "account" && !(await withinLimit(ctx, LIMIT, ctx.actor.id))) {
      return { ok: false, reason: "too_many" };
    }
    const batch = { skew: skewOf(sentAt, ctx.now), device: device ?? "" };
    const answers: ArrivalAnswer[] = [];
    for (const typed of items) answers.push(await take(ctx, event, batch, typed));
    return { ok: true, answers, skewSeconds: batch.skew };
  });
}

/** Does one item, inside the write. */
async function take(ctx: Ctx, event: EventRow, batch: Batch, typed: unknown): Promise<ArrivalAnswer> {
  const parsed = arrivalItem.safeParse(typed);
  if (!parsed.success) {
    const { id } = (typed ?? {}) as { id?: unknown };
    return { id: String(id ?? "").slice(0, 40), result: "refused", fields: fieldsOf(parsed.error) };
  }
  const item = parsed.data;
  if (item.kind === "amend" || item.kind === "undo") return correct(ctx, event, item);
  const [before] = await ctx.db.select().from(attendances).where(eq(attendances.id, item.id));
  if (before) return { id: item.id, result: before.eventId === event.id ? "again" : "refused" };
  switch (item.kind) {
    case "arrive":
      return arrive(ctx, event, batch, item);
    case "walk_in":
      return walkIn(ctx, event, batch, item);
    case "heads":
      await record(ctx, event, batch, item, { kind: "headcount", came: "in_room" });
      return { id: item.id, result: "recorded" };
  }
}

type Arrive = Extract<ArrivalItem, { kind: "arrive" }>;
type WalkIn = Extract<ArrivalItem, { kind: "walk_in" }>;
type Correction = Extract<ArrivalItem, { kind: "amend" | "undo" }>;

async function arrive(ctx: Ctx, event: EventRow, batch: Batch, item: Arrive): Promise<ArrivalAnswer> {
  const [party] = await ctx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.id, item.registration), eq(registrations.eventId, event.id)));
  if (!party) return { id: item.id, result: "unknown" };
  return comeBooked(ctx, event, batch, item, party);
}

type Party = typeof registrations.$inferSelect;

async function comeBooked(
  ctx: Ctx,
  event: EventRow,
  batch: Batch,
  item: Arrive | WalkIn,
  party: Party,
): Promise<ArrivalAnswer> {
  const [other] = await ctx.db
    .select({ id: attendances.id })
    .from(attendances)
    .where(
      and(
        eq(attendances.registrationId, party.id),
        isNull(attendances.undoneAt),
        ne(attendances.id, item.id),
      ),
    )
    .limit(1);
  await record(ctx, event, batch, item, { kind: "identified", came: "booked", registrationId: party.id });
  const note = party.state === "confirmed" ? undefined : party.state;
  return { id: item.id, result: other ? "clash" : "recorded", ...(note && { note }) };
}

/** Somebody without a booking, as far as the door knew: a code that is a booking after all counts as one. */
async function walkIn(ctx: Ctx, event: EventRow, batch: Batch, item: WalkIn): Promise<ArrivalAnswer> {
  const reference = item.code ? referenceIn(item.code) : null;
  if (reference) {
    const [party] = await ctx.db
      .select()
      .from(registrations)
      .where(and(eq(registrations.reference, reference), eq(registrations.eventId, event.id)));
    if (party) {
      const answer = await comeBooked(ctx, event, batch, item, party);
      return { ...answer, note: answer.note ?? "booked_since" };
    }
  }
  const home = item.neighbourhood ? await findNeighbourhood(ctx, item.neighbourhood) : null;
  const person = item.name ? await recordNamed(ctx, item.name, home?.id ?? null) : null;
  await record(ctx, event, batch, item, {
    kind: person ? "identified" : "headcount",
    came: "walk_in",
    participantId: person?.id,
    neighbourhoodId: home?.id,
    unknownCode: item.code,
  });
  return { id: item.id, result: "recorded", ...(item.code && { note: "unknown_code" as const }) };
}

function recordNamed(ctx: Ctx, name: string, neighbourhoodId: string | null) {
  return recordParticipant(ctx, {
    name,
    preferredContact: "none",
    kind: "resident",
    neighbourhoodId,
    locale: "en",
  });
}

type Fact = Pick<
  typeof attendances.$inferInsert,
  "kind" | "came" | "registrationId" | "participantId" | "neighbourhoodId" | "unknownCode"
>;

async function record(
  ctx: Ctx,
  event: EventRow,
  batch: Batch,
  item: { id: string; at?: number | null; people: number },
  fact: Fact,
): Promise<void> {
  await ctx.db.insert(attendances).values({
    ...fact,
    id: item.id,
    eventId: event.id,
    people: item.people,
    arrivedAt: arrivedAt(event, item.at, batch.skew, ctx.now),
    receivedAt: ctx.now,
    skewSeconds: batch.skew,
    device: batch.device,
    recordedBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
  });
  const subject = { kind: "attendance", id: item.id };
  await audit(ctx, "events.checked_in", subject, { event: event.id, came: fact.came, people: item.people });
}

/** Sets the number of people of an earlier item, or takes it back. Doing so twice is the same as once. */
async function correct(ctx: Ctx, event: EventRow, item: Correction): Promise<ArrivalAnswer> {
  const [fact] = await ctx.db.select().from(attendances).where(eq(attendances.id, item.of));
  if (!fact || fact.eventId !== event.id) return { id: item.id, result: "unknown" };
  const by = ctx.actor.kind === "account" ? ctx.actor.id : null;
  const change = item.kind === "amend" ? { people: item.people } : { undoneAt: ctx.now, undoneBy: by };
  const isDone = item.kind === "amend" ? fact.people === item.people : fact.undoneAt !== null;
  if (isDone) return { id: item.id, result: "again" };
  await ctx.db.update(attendances).set(change).where(eq(attendances.id, fact.id));
  const act = item.kind === "amend" ? "events.check_in_changed" : "events.check_in_undone";
  await audit(ctx, act, { kind: "attendance", id: fact.id }, { event: event.id, people: change.people ?? 0 });
  return { id: item.id, result: "recorded" };
}
