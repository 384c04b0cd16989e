import { and, asc, desc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { neighbourhoods, organisations, serviceAreas, services, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";

/** A service's row. */
export type Service = typeof services.$inferSelect;

/** The service with this slug, a retired one too, or null. */
export async function findService(ctx: Ctx, slug: string): Promise<Service | null> {
  const [row] = await ctx.db.select().from(services).where(eq(services.slug, slug));
  return row ?? null;
}

/** Every spell of one service, the latest first, with the name of its area; null is the whole borough. */
export async function listAreasOf(ctx: Ctx, serviceId: string) {
  const rows = await ctx.db
    .select({ area: serviceAreas, place: neighbourhoods.name })
    .from(serviceAreas)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, serviceAreas.neighbourhoodId))
    .where(eq(serviceAreas.serviceId, serviceId))
    .orderBy(desc(serviceAreas.fromDay), asc(serviceAreas.id));
  return rows.map(({ area, place }) => ({ ...area, place }));
}

/** Services that cover a neighbourhood today, alone or with the whole borough, each with who runs it and since when. */
export async function listServicesFor(ctx: Ctx, neighbourhoodId: string) {
  const today = dayOf(ctx.now);
  return ctx.db
    .select({ service: services, area: serviceAreas, runBy: organisations.name })
    .from(serviceAreas)
    .innerJoin(services, eq(services.id, serviceAreas.serviceId))
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(
      and(
        or(eq(serviceAreas.neighbourhoodId, neighbourhoodId), isNull(serviceAreas.neighbourhoodId)),
        lte(serviceAreas.fromDay, today),
        or(isNull(serviceAreas.toDay), gte(serviceAreas.toDay, today)),
        isNull(services.retiredDay),
      ),
    )
    .orderBy(asc(services.name), asc(serviceAreas.fromDay));
}

/** Every service by name with who runs it, retired ones too, and the spells of all of them. */
export async function listServices(ctx: Ctx) {
  const rows = await ctx.db
    .select({ service: services, runBy: organisations.name })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .orderBy(asc(services.name));
  const areas = await ctx.db.select().from(serviceAreas).orderBy(asc(serviceAreas.fromDay));
  return rows.map(({ service, runBy }) => ({
    ...service,
    runBy,
    areas: areas.filter((area) => area.serviceId === service.id),
  }));
}

/** The services of one organisation by name. */
export async function listServicesOf(ctx: Ctx, organisationId: string): Promise<Service[]> {
  return ctx.db
    .select()
    .from(services)
    .where(eq(services.organisationId, organisationId))
    .orderBy(asc(services.name));
}

/** Venues in use in a neighbourhood, hubs first. */
export async function listVenuesIn(ctx: Ctx, neighbourhoodId: string) {
  return ctx.db
    .select()
    .from(venues)
    .where(and(eq(venues.neighbourhoodId, neighbourhoodId), isNull(venues.retiredDay)))
    .orderBy(desc(venues.isHub), asc(venues.name));
}
