import type { Ctx } from "~/platform/context.server";
import { findVenue } from "./read.server";
import { findCohort } from "./read-cohorts.server";
import { findService } from "./read-services.server";
import { findThemeRow } from "./read-themes.server";
import type { RetirableKind } from "./rules";

/** Something that can be taken out of use, by what all of them have. */
export type Retirable = {
  id: string;
  name: string;
  retiredDay: string | null;
  neighbourhoodId: string | null;
};

/** The venue, service, cohort or theme with this slug, or null. A theme that was merged is none. */
export async function findRetirable(ctx: Ctx, kind: RetirableKind, slug: string): Promise<Retirable | null> {
  if (kind === "venue") return findVenue(ctx, slug);
  if (kind === "theme") {
    const theme = await findThemeRow(ctx, slug);
    return theme && !theme.mergedIntoId ? { ...theme, name: theme.label, neighbourhoodId: null } : null;
  }
  const one = await (kind === "service" ? findService(ctx, slug) : findCohort(ctx, slug));
  return one && { ...one, neighbourhoodId: null };
}
