import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { boroughs, neighbourhoods, organisations, postcodeSectors, venues } from "~/db/tables/places";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { createEvent } from "~/features/events/create-event.server";
import { publishEvent } from "~/features/events/publish-event.server";
import { type EventRow, findEventRow } from "~/features/events/read.server";
import { registerForEvent } from "~/features/events/register.server";
import type { Actor, Role } from "~/platform/actor";
import { asSystem, type Ctx } from "~/platform/context.server";
import { instantOf } from "~/platform/london";
import { freshDatabase } from "./fresh-database";

const HOUR = 3_600_000;

/** A London wall time as an instant. Throws for one that does not exist. */
export function at(wall: string): Date {
  const found = instantOf(wall);
  if (!found) throw new Error(`no such time: ${wall}`);
  return found;
}

/** The moment that tests begin at: a Monday morning in summer. */
export const NOW = at("2026-06-01T10:00");

/** A ctx on a database of its own, acting as the house itself at NOW. */
export async function aHouse(): Promise<Ctx> {
  const store = await freshDatabase();
  return {
    store,
    db: store.db,
    actor: { kind: "system", name: "tests" },
    now: NOW,
    origin: "https://roundhere.example.org",
    secret: "only-for-tests-only-for-tests-only-for-tests",
  };
}

/** The same ctx so many hours later. */
export const later = (ctx: Ctx, hours: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + hours * HOUR),
});

/** The same ctx, acting as somebody unknown. */
export const asAnyone = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "anyone" } });

/** The same ctx, acting as an account that holds a role over the borough, or over one neighbourhood. */
export function asStaff(
  ctx: Ctx,
  role: Role = "engagement_lead",
  neighbourhoodId: string | null = null,
): Ctx {
  const scopeKind = neighbourhoodId ? "neighbourhood" : "borough";
  const actor: Actor = {
    kind: "account",
    id: "018f0000-0000-7000-8000-000000000001",
    name: "Helen Pike",
    grants: [{ role, scopeKind, scopeId: neighbourhoodId }],
  };
  return { ...ctx, actor };
}

/** Ids of the two neighbourhoods that aBorough makes. */
export const CANALSIDE = "018f0000-0000-7000-8000-00000000000a";
/** The other one. */
export const HIGHDOWN = "018f0000-0000-7000-8000-00000000000b";

/** A small borough: two neighbourhoods, a hall in each, one organisation, one postcode sector. */
export async function aBorough(ctx: Ctx): Promise<void> {
  await ctx.store.transact(["places"], async (tx) => {
    await tx.insert(boroughs).values({
      id: "018f0000-0000-7000-8000-000000000000",
      name: "Larkmere",
      council: "Larkmere Council",
      programme: "Closer to Home Larkmere",
      tagline: "Health and care near you",
      gssCode: "X09000001",
      population: 236_400,
      populationSource: "Demo estimate 2025",
      populationDay: "2025-06-30",
      contacts: {
        phone: "020 7946 0123",
        textNumber: "07700 900 123",
        email: "closer.to.home@example.org",
        address: "1 Market Square",
        hours: "Monday to Friday, 9am to 5pm",
        safeguardingAdults: "020 7946 0150",
        safeguardingChildren: "020 7946 0155",
      },
    });
    await tx.insert(neighbourhoods).values([
      { ...neighbourhood(CANALSIDE, "canalside", "Canalside", 1), palette: "blue", aliases: ["The Basin"] },
      { ...neighbourhood(HIGHDOWN, "highdown", "Highdown", 2), palette: "plum", aliases: [] },
    ]);
    await tx
      .insert(venues)
      .values([
        { ...venue("018f0000-0000-7000-8000-00000000001a", "wharf-hall", "Wharf Hall", CANALSIDE) },
        { ...venue("018f0000-0000-7000-8000-00000000001b", "hill-hall", "Hill Hall", HIGHDOWN) },
      ]);
    await tx.insert(organisations).values({
      id: "018f0000-0000-7000-8000-00000000002a",
      slug: "canal-bridges",
      name: "Canal Bridges",
      shortName: "Bridges",
      kind: "vcfse",
      sector: "voluntary_community",
    });
    await tx.insert(postcodeSectors).values({ sector: "LK1 4", neighbourhoodId: CANALSIDE });
  });
}

const neighbourhood = (id: string, slug: string, name: string, position: number) => ({
  id,
  slug,
  name,
  externalCode: `X0500000${position}`,
  basis: "geography" as const,
  status: "shadow" as const,
  population: 40_000,
  populationSource: "Demo estimate 2025",
  populationDay: "2025-06-30",
  seed: position,
  summary: `${name} in short.`,
  description: `${name} at more length.`,
  happening: [],
  outline: [],
  position,
});

const venue = (id: string, slug: string, name: string, neighbourhoodId: string) => ({
  id,
  slug,
  name,
  address: "1 Wharf Road",
  postcode: "LK1 4AB",
  neighbourhoodId,
  features: ["step_free"],
  travel: "Bus 7 stops outside.",
  arrival: "Ring the bell by the red door.",
  capacity: 120,
});

/** What staff type into the form of an event; names may be replaced. */
export const eventTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: "Tea by the canal",
  summary: "Come for a cup of tea and say what you would change.",
  description: "Bring a friend. There is **cake**.",
  kind: "social",
  mode: "in_person",
  audience: "everyone",
  neighbourhood: "canalside",
  venue: "wharf-hall",
  host: "canal-bridges",
  onlineLink: "",
  dialIn: "",
  startsLocal: "2026-07-01T18:30",
  endsLocal: "2026-07-01T20:30",
  registration: "open",
  opensLocal: "",
  closesLocal: "",
  capacity: "10",
  carersTakePlaces: "yes",
  offerHours: "24",
  provided: ["step_free", "refreshments"],
  thanks: "",
  ...change,
});

/** What a test wants to be different about an event. */
export type Trait = "draft" | "cancelled" | "online" | "staff_only" | "supporters_free";

const traits: Record<Trait, Record<string, unknown>> = {
  draft: {},
  cancelled: {},
  online: { mode: "online", venue: "", onlineLink: "https://meet.example.org/tea" },
  staff_only: { audience: "staff" },
  supporters_free: { carersTakePlaces: "no" },
};

/** An event made through the verbs; published unless it has the trait `draft`. */
export async function anEvent(
  ctx: Ctx,
  change: Record<string, unknown> & { traits?: readonly Trait[] } = {},
): Promise<EventRow> {
  const { traits: wanted = [], ...typed } = change;
  const house = asSystem(ctx, "tests");
  const all = Object.assign({}, ...wanted.map((trait) => traits[trait]), typed);
  const made = await createEvent(house, { typed: eventTyped(all) });
  if (!made.ok) throw new Error(`No event: ${JSON.stringify(made.fields)}`);
  if (!wanted.includes("draft")) await publishEvent(house, { slug: made.slug });
  if (wanted.includes("cancelled")) {
    await cancelEvent(house, { slug: made.slug, typed: { reason: "The hall has no heating." } });
  }
  return getEvent(ctx, made.id);
}

/** The event's row as it is now. */
export async function getEvent(ctx: Ctx, id: string): Promise<EventRow> {
  const row = await findEventRow(ctx, { id });
  if (!row) throw new Error("There is no such event.");
  return row;
}

let people = 0;

/** What a resident types to save a place; each call is another person. */
export const registrationTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => {
  people += 1;
  return { name: `Resident ${people}`, contact: "email", email: `resident${people}@example.org`, ...change };
};

/** A place saved, or a party on the waiting list, through the verb, as the person themselves would. */
export async function aRegistration(
  ctx: Ctx,
  event: { slug: string },
  typed: Record<string, unknown> = {},
): Promise<typeof registrations.$inferSelect> {
  const saved = await registerForEvent(asAnyone(ctx), {
    slug: event.slug,
    typed: registrationTyped(typed),
    locale: "en",
  });
  if (!saved.ok) throw new Error(`No registration: ${saved.reason} ${JSON.stringify(saved.fields)}`);
  return getRegistration(ctx, saved.id);
}

/** The registration's row as it is now. */
export async function getRegistration(ctx: Ctx, id: string): Promise<typeof registrations.$inferSelect> {
  const [row] = await ctx.db.select().from(registrations).where(eq(registrations.id, id));
  if (!row) throw new Error("There is no such registration.");
  return row;
}
