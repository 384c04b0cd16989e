import { and, asc, eq, inArray } from "drizzle-orm";
import { thingLinks } from "~/db/tables/thing-links";
import type { Ctx } from "./context.server";

/** Anything that can cause something or come of it: its kind (such as `event_note` or `idea`) and its id. */
export type Thing = { kind: string; id: string };

/** Writes down that `effect` came of `cause`; once, however often it is said. Belongs inside a write. */
export async function linkThings(
  ctx: Ctx,
  { cause, effect }: { cause: Thing; effect: Thing },
): Promise<void> {
  await ctx.db
    .insert(thingLinks)
    .values({
      causeKind: cause.kind,
      causeId: cause.id,
      effectKind: effect.kind,
      effectId: effect.id,
      at: ctx.now,
    })
    .onConflictDoNothing();
}

/** Takes back that `effect` came of `cause`. Belongs inside a write. */
export async function unlinkThings(
  ctx: Ctx,
  { cause, effect }: { cause: Thing; effect: Thing },
): Promise<void> {
  await ctx.db
    .delete(thingLinks)
    .where(
      and(
        eq(thingLinks.causeKind, cause.kind),
        eq(thingLinks.causeId, cause.id),
        eq(thingLinks.effectKind, effect.kind),
        eq(thingLinks.effectId, effect.id),
      ),
    );
}

/** What things of one kind came of, first causes first: by id of the thing. */
export async function listCauses(
  ctx: Ctx,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, Thing[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ of: thingLinks.effectId, kind: thingLinks.causeKind, id: thingLinks.causeId })
    .from(thingLinks)
    .where(and(eq(thingLinks.effectKind, kind), inArray(thingLinks.effectId, [...ids])))
    .orderBy(asc(thingLinks.at), asc(thingLinks.causeId));
  return byThing(rows);
}

/** What came of things of one kind, first effects first: by id of the thing. */
export async function listEffects(
  ctx: Ctx,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, Thing[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ of: thingLinks.causeId, kind: thingLinks.effectKind, id: thingLinks.effectId })
    .from(thingLinks)
    .where(and(eq(thingLinks.causeKind, kind), inArray(thingLinks.causeId, [...ids])))
    .orderBy(asc(thingLinks.at), asc(thingLinks.effectId));
  return byThing(rows);
}

function byThing(rows: (Thing & { of: string })[]): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const { of, kind, id } of rows) found.set(of, [...(found.get(of) ?? []), { kind, id }]);
  return found;
}
