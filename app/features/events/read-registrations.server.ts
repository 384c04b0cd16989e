import { and, asc, count, eq, gt, inArray, lt, ne } from "drizzle-orm";
import { events, registrationNeeds, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import { neighbourhoods, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { idInLink, provesLink } from "~/platform/secret-links.server";
import type { Party } from "./messages";
import { isSplit } from "./pools";
import { listChoices } from "./read-sessions.server";
import { ACTIVE, NEEDS } from "./rules";

/** How a registration is named: by its secret link, or, by staff, by its id. */
export type RegistrationKey = { link: string } | { id: string };

/** The party, its event and person; null for a link that was never made here, or no longer holds. */
export async function findParty(
  ctx: Ctx,
  key: RegistrationKey,
): Promise<(Party & { byLink: boolean }) | null> {
  const id = "link" in key ? idInLink(key.link) : key.id;
  if (!id) return null;
  const [row] = await ctx.db
    .select({ event: events, registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(eq(registrations.id, id));
  if (!row) return null;
  if (!("link" in key)) return { ...row, byLink: false };
  const proved = provesLink(ctx.secret, key.link, "registration", id, row.registration.tokenVersion);
  return proved ? { ...row, byLink: true } : null;
}

/** What the person's own page shows besides: where, what they asked for, and how many wait before them. */
export async function getPartyDetails(ctx: Ctx, party: Party) {
  const { event, registration, participant } = party;
  const [place] = await ctx.db
    .select({ venue: venues })
    .from(venues)
    .where(eq(venues.id, event.venueId ?? ""));
  const [from] = await ctx.db
    .select({ name: neighbourhoods.name, palette: neighbourhoods.palette, seed: neighbourhoods.seed })
    .from(neighbourhoods)
    .where(eq(neighbourhoods.id, event.neighbourhoodId ?? ""));
  const needs = await needsOf(ctx, registration.id);
  const ahead = registration.state === "waiting" ? await countAhead(ctx, party) : 0;
  const choices = event.bookableSessions > 0 ? await listChoices(ctx, registration.id) : [];
  return { venue: place?.venue ?? null, neighbourhood: from ?? null, needs, ahead, choices, participant };
}

/** Codes of what one registration asked for, in the order of the form. */
export async function needsOf(ctx: Ctx, registrationId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ need: registrationNeeds.need })
    .from(registrationNeeds)
    .where(eq(registrationNeeds.registrationId, registrationId));
  const asked = new Set<string>(rows.map((row) => row.need));
  return NEEDS.filter((need) => asked.has(need));
}

/** Parties that joined before this one and wait for the same places. */
async function countAhead(ctx: Ctx, { event, registration }: Party): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, event.id),
        eq(registrations.state, "waiting"),
        ne(registrations.approval, "asked"),
        isSplit(event) ? eq(registrations.attending, registration.attending) : undefined,
        lt(registrations.queueNumber, registration.queueNumber),
      ),
    );
  return row?.n ?? 0;
}

/** Everyone booked at an event, confirmed first, then offers, the queue in order, and those who left. */
export async function listParties(ctx: Ctx, eventId: string) {
  const rows = await ctx.db
    .select({ registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(registrations.queueNumber));
  const needs = await ctx.db
    .select({ registrationId: registrationNeeds.registrationId, need: registrationNeeds.need })
    .from(registrationNeeds)
    .innerJoin(registrations, eq(registrations.id, registrationNeeds.registrationId))
    .where(and(eq(registrations.eventId, eventId), ne(registrations.state, "cancelled")));
  const needsBy = new Map<string, string[]>();
  for (const { registrationId, need } of needs) {
    needsBy.set(registrationId, [...(needsBy.get(registrationId) ?? []), need]);
  }
  const order = ["confirmed", "offered", "waiting", "cancelled"];
  return rows
    .map((row) => ({ ...row, needs: needsBy.get(row.registration.id) ?? [] }))
    .sort((a, b) => order.indexOf(a.registration.state) - order.indexOf(b.registration.state));
}

/** Active registrations of an event, with their people, to tell them something. */
export async function listActiveParties(ctx: Ctx, event: Party["event"]): Promise<Party[]> {
  const rows = await ctx.db
    .select({ registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(and(eq(registrations.eventId, event.id), inArray(registrations.state, [...ACTIVE])))
    .orderBy(asc(registrations.queueNumber));
  return rows.map((row) => ({ ...row, event }));
}

const coming = (ctx: Ctx) =>
  and(
    inArray(registrations.state, [...ACTIVE]),
    eq(participants.preferredContact, "email"),
    ne(events.state, "cancelled"),
    gt(events.endsAt, ctx.now),
  );

/** E-mail addresses, folded, of everyone with an active registration at an event to come. */
export async function listComingAddresses(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ address: participants.contactFolded })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(coming(ctx));
  return rows.flatMap((row) => row.address ?? []);
}

/** Active registrations at events to come of one folded e-mail address, soonest first. */
export async function listComingByAddress(ctx: Ctx, address: string): Promise<Party[]> {
  return ctx.db
    .select({ event: events, registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(coming(ctx), eq(participants.contactFolded, address)))
    .orderBy(asc(events.startsAt), asc(registrations.id));
}
