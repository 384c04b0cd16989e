import { and, asc, eq, gte, isNotNull, lt, ne, notExists, or } from "drizzle-orm";
import { events, registrationNeeds, registrations } from "~/db/tables/events";
import { attendances } from "~/db/tables/events-attendance";
import { accounts, participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { retention } from "~/platform/retention";

/** Ids of registrations that still hold what was asked for more than 14 days after their event, some at a time. */
export async function listForgettableNeeds(ctx: Ctx, limit: number): Promise<string[]> {
  const before = new Date(ctx.now.getTime() - retention.accessNeedsDays * 86_400_000);
  const rows = await ctx.db
    .selectDistinct({ id: registrations.id })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(registrationNeeds, eq(registrationNeeds.registrationId, registrations.id))
    .where(
      and(
        lt(events.endsAt, before),
        or(
          isNotNull(registrationNeeds.need),
          isNotNull(registrations.needsDetail),
          isNotNull(registrations.language),
          isNotNull(registrations.helperName),
          isNotNull(registrations.helperContact),
        ),
      ),
    )
    .orderBy(asc(registrations.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Ids of people with a name whose last event, booked or not, was more than 12 months ago, some at a time. People with an
 * account are left out: it is theirs to end.
 */
export async function listForgettablePeople(ctx: Ctx, limit: number): Promise<string[]> {
  const before = new Date(ctx.now);
  before.setUTCMonth(before.getUTCMonth() - retention.registrationMonths);
  const later = ctx.db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(eq(registrations.participantId, participants.id), gte(events.endsAt, before)));
  const cameLater = ctx.db
    .select({ id: attendances.id })
    .from(attendances)
    .innerJoin(events, eq(events.id, attendances.eventId))
    .where(and(eq(attendances.participantId, participants.id), gte(events.endsAt, before)));
  const account = ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.participantId, participants.id));
  const rows = await ctx.db
    .selectDistinct({ id: participants.id })
    .from(participants)
    .leftJoin(registrations, eq(registrations.participantId, participants.id))
    .leftJoin(attendances, eq(attendances.participantId, participants.id))
    .where(
      and(
        ne(participants.name, ""),
        or(isNotNull(registrations.id), isNotNull(attendances.id)),
        notExists(later),
        notExists(cameLater),
        notExists(account),
      ),
    )
    .orderBy(asc(participants.id))
    .limit(limit);
  return rows.map((row) => row.id);
}
