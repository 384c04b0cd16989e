import { asc, count, eq } from "drizzle-orm";
import { neighbourhoods, organisations, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { reachOf } from "./may";
import { getBorough, listAllNeighbourhoods, listNeighbourhoods } from "./read.server";
import { standingOf } from "./rules";

/** Neighbourhoods that the actor may name in a form, and whether they may name none. */
export async function getPlaceChoices(ctx: Ctx) {
  const reach = reachOf(ctx.actor);
  const all = await listNeighbourhoods(ctx);
  return {
    wholeBorough: reach === "all",
    neighbourhoods: all
      .filter((one) => reach === "all" || reach.includes(one.id))
      .map(({ slug, name }) => ({ slug, name })),
  };
}

/** Every neighbourhood, retired ones too, with its venues counted and where its people stand against the band. */
export async function listWithStanding(ctx: Ctx) {
  const borough = await getBorough(ctx);
  const counted = await ctx.db
    .select({ id: venues.neighbourhoodId, n: count() })
    .from(venues)
    .groupBy(venues.neighbourhoodId);
  return (await listAllNeighbourhoods(ctx)).map((one) => ({
    ...one,
    venues: counted.find((row) => row.id === one.id)?.n ?? 0,
    standing: standingOf(one.population, borough),
  }));
}

/** Every organisation by name, those that have ended too. */
export async function listAllOrganisations(ctx: Ctx) {
  return ctx.db.select().from(organisations).orderBy(asc(organisations.name));
}

/** Organisations whose work an organisation took over, by name. */
export async function listTakenOverBy(ctx: Ctx, id: string) {
  return ctx.db
    .select()
    .from(organisations)
    .where(eq(organisations.successorId, id))
    .orderBy(asc(organisations.name));
}

/** The organisation with this id, or null. */
export async function findOrganisationById(ctx: Ctx, id: string | null) {
  if (!id) return null;
  const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, id));
  return row ?? null;
}

/** Every venue by name with the name of its neighbourhood, retired ones too. */
export async function listAllVenues(ctx: Ctx) {
  const rows = await ctx.db
    .select({ venue: venues, place: neighbourhoods.name })
    .from(venues)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, venues.neighbourhoodId))
    .orderBy(asc(venues.name));
  return rows.map(({ venue, place }) => ({ ...venue, place }));
}
