import { eq } from "drizzle-orm";
import { dropSearchEntry } from "~/db/search.server";
import { cohorts, services, themes, venues } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { indexTheme, indexVenue } from "./index-place.server";
import { mayRetire } from "./may";
import { findVenue, listNeighbourhoods } from "./read.server";
import { findRetirable } from "./read-retirable.server";
import { findThemeRow } from "./read-themes.server";
import type { RetirableKind } from "./rules";

const TABLES = { venue: venues, service: services, cohort: cohorts, theme: themes };

/**
 * Takes a venue, service, cohort or theme out of use, or with `back` into use again. Nothing is deleted:
 * what names it keeps naming it, and it is chosen nowhere new.
 */
export async function retire(
  ctx: Ctx,
  input: { kind: RetirableKind; slug: string; back?: boolean },
): Promise<{ ok: true } | Refusal<"not_allowed" | "missing">> {
  const { kind, slug, back = false } = input;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    const one = await findRetirable(ctx, kind, slug);
    if (!one) return { ok: false, reason: "missing" };
    if (!mayRetire(ctx.actor, kind, one)) return { ok: false, reason: "not_allowed" };
    const retiredDay = back ? null : (one.retiredDay ?? dayOf(ctx.now));
    const table = TABLES[kind];
    await ctx.db.update(table).set({ retiredDay }).where(eq(table.id, one.id));
    if (kind === "venue") await keepFindable(ctx, slug, back);
    if (kind === "theme") await keepThemeFindable(ctx, slug);
    const act = back ? "places.brought_back" : "places.retired";
    await audit(ctx, act, { kind, id: one.id });
    return { ok: true };
  });
}

/** A venue that is used no more is found by no search. */
async function keepFindable(ctx: Ctx, slug: string, back: boolean): Promise<void> {
  const venue = await findVenue(ctx, slug);
  if (!venue) return;
  if (!back) return dropSearchEntry(ctx.db, "venue", venue.id);
  const home = (await listNeighbourhoods(ctx)).find((one) => one.id === venue.neighbourhoodId);
  await indexVenue(ctx, venue, home?.name ?? null);
}

async function keepThemeFindable(ctx: Ctx, slug: string): Promise<void> {
  const theme = await findThemeRow(ctx, slug);
  if (theme) await indexTheme(ctx, theme);
}
