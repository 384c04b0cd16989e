import { and, asc, count, countDistinct, desc, eq, inArray, lt, ne, sum } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { claims, paymentOffers } from "~/db/tables/events-claims";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";
import { findParty, type RegistrationKey } from "./read-registrations.server";
import { inReach } from "./read-staff.server";

/** What money is offered for. */
export type Basis = (typeof paymentOffers.$inferSelect)["basis"];
/** A claim's row. */
export type ClaimRow = typeof claims.$inferSelect;

/** What an event pays for, expenses first. */
export async function listOffers(ctx: Ctx, eventId: string) {
  return ctx.db
    .select()
    .from(paymentOffers)
    .where(eq(paymentOffers.eventId, eventId))
    .orderBy(asc(paymentOffers.basis));
}

/** One party, what its event pays for, and how far each claim has come; null for a link that never was. */
export async function findClaimant(ctx: Ctx, key: RegistrationKey) {
  const party = await findParty(ctx, key);
  if (!party || !may.claim(ctx.actor, party.event, party.byLink)) return null;
  const offers = await listOffers(ctx, party.event.id);
  const rows = await ctx.db.select().from(claims).where(eq(claims.registrationId, party.registration.id));
  return {
    ...party,
    parts: offers.map((offer) => ({
      offer,
      claim: rows.find((row) => row.basis === offer.basis) ?? null,
    })),
  };
}

/** One claim with its person and event, for those who decide on it; null for others. */
export async function findClaim(ctx: Ctx, id: string) {
  const [row] = await selectClaims(ctx).where(eq(claims.id, id));
  return row && may.decideClaim(ctx.actor, row.event) ? row : null;
}

function selectClaims(ctx: Ctx) {
  return ctx.db
    .select({
      claim: claims,
      event: {
        id: events.id,
        slug: events.slug,
        title: events.title,
        neighbourhoodId: events.neighbourhoodId,
        startsAt: events.startsAt,
      },
      name: participants.name,
      reference: registrations.reference,
      most: paymentOffers.mostPence,
    })
    .from(claims)
    .innerJoin(events, eq(events.id, claims.eventId))
    .innerJoin(registrations, eq(registrations.id, claims.registrationId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .innerJoin(
      paymentOffers,
      and(eq(paymentOffers.eventId, claims.eventId), eq(paymentOffers.basis, claims.basis)),
    );
}

/** A claim with its person and event. */
export type ClaimSeen = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

/** Claims at one event, by name. */
export async function listClaims(ctx: Ctx, eventId: string) {
  return selectClaims(ctx)
    .where(eq(claims.eventId, eventId))
    .orderBy(asc(participants.nameFolded), asc(claims.id));
}

/** Claims at the events that an actor runs which wait for somebody, the oldest first. */
export async function listOpenClaims(ctx: Ctx, limit: number) {
  return selectClaims(ctx)
    .where(and(inReach(ctx.actor, "organise"), inArray(claims.state, ["claimed", "approved"])))
    .orderBy(asc(claims.claimedAt), asc(claims.id))
    .limit(limit);
}

/** What has been paid at the events that an actor runs, event by event, the newest first; and in all. True numbers: for staff. */
export async function sumPayments(ctx: Ctx) {
  const paid = and(eq(claims.state, "paid"), inReach(ctx.actor, "organise"));
  const rows = await ctx.db
    .select({
      slug: events.slug,
      title: events.title,
      startsAt: events.startsAt,
      pence: sum(claims.pence),
      people: countDistinct(claims.registrationId),
    })
    .from(claims)
    .innerJoin(events, eq(events.id, claims.eventId))
    .where(paid)
    .groupBy(events.slug, events.title, events.startsAt)
    .orderBy(desc(events.startsAt))
    .limit(200);
  const [all] = await ctx.db
    .select({ pence: sum(claims.pence), people: countDistinct(claims.registrationId), n: count() })
    .from(claims)
    .innerJoin(events, eq(events.id, claims.eventId))
    .where(paid);
  return {
    events: rows.map((row) => ({ ...row, pence: Number(row.pence ?? 0) })),
    all: { pence: Number(all?.pence ?? 0), people: all?.people ?? 0, claims: all?.n ?? 0 },
  };
}

/** Ids of claims whose words have been kept long enough, some at a time. */
export async function listForgettableClaims(ctx: Ctx, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: claims.id })
    .from(claims)
    .innerJoin(events, eq(events.id, claims.eventId))
    .where(and(lt(events.endsAt, before), ne(claims.words, "")))
    .orderBy(asc(claims.id))
    .limit(limit);
  return rows.map((row) => row.id);
}
