import { asc, eq, isNull, or } from "drizzle-orm";
import type { Database } from "~/db/client.server";
import { prepared } from "~/db/prepared.server";
import { boroughs, logos, neighbourhoods, organisations, postcodeSectors, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type Periods, periodsOf } from "./periods";
import { existedOn } from "./rules";

/** The borough that this site belongs to. */
export type Borough = typeof boroughs.$inferSelect;
/** A part of it where teams work together. */
export type Neighbourhood = typeof neighbourhoods.$inferSelect;
/** Any body taking part. */
export type Organisation = typeof organisations.$inferSelect;
/** A place where people meet. */
export type Venue = typeof venues.$inferSelect;

type Facts = { at: number; borough?: Borough | null; neighbourhoods?: Neighbourhood[] };
/** By database, as last committed; and by the locks of a write, as that write sees it. */
const known = new WeakMap<Database | ReadonlySet<string>, Facts>();

/** Every page and every letter needs these few rows, so they are read once for each commit and each write. */
function knownTo(ctx: Ctx): Facts {
  const at = ctx.held ? 0 : ctx.store.commits();
  const found = known.get(ctx.held ?? ctx.store);
  if (found?.at === at) return found;
  const facts: Facts = { at };
  known.set(ctx.held ?? ctx.store, facts);
  return facts;
}

// Kept until the next commit, so a replica that is a moment behind must not answer.
const source = (ctx: Ctx) => (ctx.held ? ctx.db : ctx.store.db);

const onlyBorough = prepared((db) => db.select().from(boroughs).limit(1).prepare());

async function readBorough(ctx: Ctx): Promise<Borough | null> {
  const facts = knownTo(ctx);
  if (facts.borough === undefined) {
    const [row] = await onlyBorough(source(ctx), {});
    facts.borough = row ?? null;
  }
  return facts.borough;
}

async function readNeighbourhoods(ctx: Ctx): Promise<Neighbourhood[]> {
  const facts = knownTo(ctx);
  facts.neighbourhoods ??= await source(ctx)
    .select()
    .from(neighbourhoods)
    .orderBy(asc(neighbourhoods.position));
  return facts.neighbourhoods;
}

/** These rows have changed, so this write reads them again. Inside a write. */
export function forgetKnownPlaces(ctx: Ctx): void {
  if (ctx.held) known.delete(ctx.held);
}

/** The borough; null before it is set up. */
export async function findBorough(ctx: Ctx): Promise<Borough | null> {
  return readBorough(ctx);
}

/** The borough. Throws before it is set up. */
export async function getBorough(ctx: Ctx): Promise<Borough> {
  const borough = await findBorough(ctx);
  if (!borough) throw new Error("The borough has not been set up yet: run npm run setup.");
  return borough;
}

/** How long things are kept here. */
export async function getPeriods(ctx: Ctx): Promise<Periods> {
  return periodsOf((await findBorough(ctx))?.periods);
}

/** Neighbourhoods in the borough's own order, without retired ones. */
export async function listNeighbourhoods(ctx: Ctx): Promise<Neighbourhood[]> {
  return (await readNeighbourhoods(ctx)).filter((one) => one.status !== "retired");
}

/** Every neighbourhood there is or was, in the borough's own order. */
export async function listAllNeighbourhoods(ctx: Ctx): Promise<Neighbourhood[]> {
  return readNeighbourhoods(ctx);
}

/** The neighbourhood with this slug, a retired one too, or null. */
export async function findNeighbourhood(ctx: Ctx, slug: string): Promise<Neighbourhood | null> {
  return (await readNeighbourhoods(ctx)).find((one) => one.slug === slug) ?? null;
}

/** A postcode's sector (`LK1 4AB` → `LK1 4`), or null when it isn't shaped like one. Spaces and case don't matter. */
export function sectorOf(postcode: string): string | null {
  const squeezed = postcode.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)[A-Z]{2}$/.exec(squeezed);
  return parts ? `${parts[1]} ${parts[2]}` : null;
}

/** The neighbourhood that a typed postcode lies in, or null. The postcode goes nowhere. */
export async function findNeighbourhoodByPostcode(ctx: Ctx, postcode: string): Promise<Neighbourhood | null> {
  const sector = sectorOf(postcode);
  if (!sector) return null;
  const [row] = await ctx.db
    .select({ id: postcodeSectors.neighbourhoodId })
    .from(postcodeSectors)
    .where(eq(postcodeSectors.sector, sector));
  return (await readNeighbourhoods(ctx)).find((one) => one.id === row?.id) ?? null;
}

/** Every venue in use by name, for staff to choose from; with `keeping`, also one that was chosen before. */
export async function listVenues(ctx: Ctx, keeping: string | null = null): Promise<Venue[]> {
  const inUse = isNull(venues.retiredDay);
  return ctx.db
    .select()
    .from(venues)
    .where(keeping ? or(inUse, eq(venues.id, keeping)) : inUse)
    .orderBy(asc(venues.name));
}

/** Every organisation of today by name, for staff to choose from; with `keeping`, also one that was chosen before. */
export async function listOrganisations(ctx: Ctx, keeping: string | null = null): Promise<Organisation[]> {
  const today = dayOf(ctx.now);
  const all = await ctx.db.select().from(organisations).orderBy(asc(organisations.name));
  return all.filter((one) => existedOn(one, today) || one.id === keeping);
}

/** The venue with this slug, a retired one too, or null. */
export async function findVenue(ctx: Ctx, slug: string): Promise<Venue | null> {
  const [row] = await ctx.db.select().from(venues).where(eq(venues.slug, slug));
  return row ?? null;
}

/** The organisation with this slug, one that has ended too, or null. */
export async function findOrganisation(ctx: Ctx, slug: string): Promise<Organisation | null> {
  const [row] = await ctx.db.select().from(organisations).where(eq(organisations.slug, slug));
  return row ?? null;
}

/** The picture of the borough's own mark, or null when another one, or none, is there now. */
export async function findLogo(ctx: Ctx, id: string): Promise<Buffer | null> {
  const [row] = await ctx.db.select().from(logos).where(eq(logos.id, id));
  return row ? Buffer.from(row.png, "base64") : null;
}

/** Every name that a place or an organisation goes by, the longest first, so that no name leaves half of another. */
export async function listPlaceNames(ctx: Ctx): Promise<string[]> {
  // One after the other: it is also asked inside writes, and those have one connection.
  const neighbourhoods = await listNeighbourhoods(ctx);
  const organisations = await listOrganisations(ctx);
  const venues = await listVenues(ctx);
  const names = [
    ...neighbourhoods.flatMap((one) => [one.name, ...one.aliases]),
    ...organisations.flatMap((one) => [one.name, one.shortName]),
    ...venues.flatMap((one) => [one.name, one.address.split(",")[0] ?? ""]),
  ];
  return names.filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
}
