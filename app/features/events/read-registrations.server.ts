import {
  aliasedTable,
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { events, registrationNeeds, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import { neighbourhoods, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { idInLink, provesLink } from "~/platform/secret-links.server";
import type { Party } from "./messages";
import { isSplit } from "./pools";
import { listNeedsOf } from "./read-need-tasks.server";
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
  const needs = await listNeedsOf(ctx, registration.id);
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

/** Where a booking stands, as the page of an event tells them apart. */
export type Standing = "asking" | "coming" | "waiting" | "left";

const STANDINGS: Record<Standing, (typeof registrations.$inferSelect)["state"][]> = {
  asking: ["waiting"],
  coming: ["confirmed", "offered"],
  waiting: ["waiting"],
  left: ["cancelled"],
};

/** True for registrations that stand so; a request without an answer waits for the team, and not in the queue. */
function standsSo(standing: Standing): SQL | undefined {
  const inState = inArray(registrations.state, STANDINGS[standing]);
  if (standing === "asking") return and(inState, eq(registrations.approval, "asked"));
  if (standing === "waiting") return and(inState, ne(registrations.approval, "asked"));
  return inState;
}

/** Bookings on one page of a list. */
export const PARTIES_PAGE = 100;

/** Which bookings of which event: those that stand so, in the order of joining, after the one with this number. */
export type PartiesAsked = { eventId: string; standing: Standing; after?: number };

/** One page of bookings, with what each asked for, and whether it looks like another active one here. */
export async function listParties(ctx: Ctx, { eventId, standing, after = -1 }: PartiesAsked) {
  const other = aliasedTable(registrations, "other");
  const twins = ctx.db
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.id, registrations.possibleDuplicateOf),
        eq(other.eventId, eventId),
        inArray(other.state, [...ACTIVE]),
      ),
    );
  const rows = await ctx.db
    .select({
      registration: registrations,
      participant: participants,
      twin: sql<boolean | number>`${exists(twins)}`,
    })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(and(eq(registrations.eventId, eventId), standsSo(standing), gt(registrations.queueNumber, after)))
    .orderBy(asc(registrations.queueNumber))
    .limit(PARTIES_PAGE + 1);
  const shown = rows.slice(0, PARTIES_PAGE);
  const ids = standing === "left" ? [] : shown.map((row) => row.registration.id);
  const needs = await needsByParty(ctx, ids);
  const parties = shown.map(({ twin, ...row }) => ({
    ...row,
    needs: needs.get(row.registration.id) ?? [],
    isDuplicate: standing !== "left" && Boolean(twin),
  }));
  const more = rows.length > PARTIES_PAGE ? (shown.at(-1)?.registration.queueNumber ?? null) : null;
  return { parties, more };
}

async function needsByParty(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const byParty = new Map<string, string[]>();
  if (ids.length === 0) return byParty;
  const rows = await ctx.db
    .select({ registrationId: registrationNeeds.registrationId, need: registrationNeeds.need })
    .from(registrationNeeds)
    .where(inArray(registrationNeeds.registrationId, [...ids]));
  for (const { registrationId, need } of rows) {
    byParty.set(registrationId, [...(byParty.get(registrationId) ?? []), need]);
  }
  return byParty;
}

/** Names on one sheet of the list for the door. */
export const SHEET = 200;

/** Confirmed bookings in the order of names, one sheet of them; `next` names the last for the sheet after. */
export async function listDoorSheet(ctx: Ctx, eventId: string, after: { name: string; id: string } | null) {
  const rows = await ctx.db
    .select({
      id: registrations.id,
      name: participants.name,
      folded: participants.nameFolded,
      party: registrations.party,
      reference: registrations.reference,
    })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.state, "confirmed"),
        after
          ? or(
              gt(participants.nameFolded, after.name),
              and(eq(participants.nameFolded, after.name), gt(registrations.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(participants.nameFolded), asc(registrations.id))
    .limit(SHEET + 1);
  const shown = rows.slice(0, SHEET);
  const last = rows.length > SHEET ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? last.id : null };
}

/** The place in the order of names that a sheet begins after, or null. */
export async function findDoorPlace(ctx: Ctx, registrationId: string) {
  const [row] = await ctx.db
    .select({ id: registrations.id, name: participants.nameFolded })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(eq(registrations.id, registrationId));
  return row ?? null;
}

/** What those who are coming or hold an offer asked for, and how many bookings asked for it, the most first. True numbers: for staff. */
export async function countNeedsAsked(ctx: Ctx, eventId: string): Promise<{ need: string; n: number }[]> {
  return ctx.db
    .select({ need: registrationNeeds.need, n: count() })
    .from(registrations)
    .innerJoin(registrationNeeds, eq(registrationNeeds.registrationId, registrations.id))
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.state, STANDINGS.coming)))
    .groupBy(registrationNeeds.need)
    .orderBy(desc(count()), asc(registrationNeeds.need));
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
