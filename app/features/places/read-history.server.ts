import { asc, count, desc, eq, or } from "drizzle-orm";
import {
  boundaryChanges,
  neighbourhoodSuccessions,
  neighbourhoods,
  postcodeSectors,
} from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { listAllNeighbourhoods } from "./read.server";

/** A neighbourhood as another one names it. */
export type NamedPlace = { id: string; slug: string; name: string };

/** A part that moved, with the names of both sides. */
export type BoundaryChange = Omit<typeof boundaryChanges.$inferSelect, "fromId" | "toId"> & {
  from: NamedPlace;
  to: NamedPlace;
};

/** What came before a neighbourhood, what came after it, and which parts moved in or out, the latest first. */
export type PlaceHistory = { before: NamedPlace[]; after: NamedPlace[]; changes: BoundaryChange[] };

/** The history of one neighbourhood. */
export async function getHistory(ctx: Ctx, id: string): Promise<PlaceHistory> {
  const all = new Map((await listAllNeighbourhoods(ctx)).map((one) => [one.id, one]));
  const named = (one: string): NamedPlace => {
    const found = all.get(one);
    return { id: one, slug: found?.slug ?? "", name: found?.name ?? "" };
  };
  const links = await ctx.db
    .select()
    .from(neighbourhoodSuccessions)
    .where(or(eq(neighbourhoodSuccessions.predecessorId, id), eq(neighbourhoodSuccessions.successorId, id)));
  const moved = await ctx.db
    .select()
    .from(boundaryChanges)
    .where(or(eq(boundaryChanges.fromId, id), eq(boundaryChanges.toId, id)))
    .orderBy(desc(boundaryChanges.day), desc(boundaryChanges.id));
  return {
    before: links.filter((link) => link.successorId === id).map((link) => named(link.predecessorId)),
    after: links.filter((link) => link.predecessorId === id).map((link) => named(link.successorId)),
    changes: moved.map(({ fromId, toId, ...one }) => ({ ...one, from: named(fromId), to: named(toId) })),
  };
}

/** Neighbourhoods that one came after. */
export async function listPredecessors(ctx: Ctx, id: string) {
  return ctx.db
    .select({ name: neighbourhoods.name, aliases: neighbourhoods.aliases })
    .from(neighbourhoodSuccessions)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, neighbourhoodSuccessions.predecessorId))
    .where(eq(neighbourhoodSuccessions.successorId, id))
    .orderBy(asc(neighbourhoods.name));
}

/** Every postcode sector, or those of one neighbourhood, in order. */
export async function listSectors(ctx: Ctx, neighbourhoodId?: string) {
  return ctx.db
    .select()
    .from(postcodeSectors)
    .where(neighbourhoodId ? eq(postcodeSectors.neighbourhoodId, neighbourhoodId) : undefined)
    .orderBy(asc(postcodeSectors.sector));
}

/** How many postcode sectors count as a neighbourhood. */
export async function countSectorsOf(ctx: Ctx, neighbourhoodId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(postcodeSectors)
    .where(eq(postcodeSectors.neighbourhoodId, neighbourhoodId));
  return row?.n ?? 0;
}
