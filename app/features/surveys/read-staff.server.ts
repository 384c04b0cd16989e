import { asc, desc, inArray } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import { listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { may, reachOf } from "./may";
import { findSurvey, type SurveySeen, selectSeen } from "./read.server";

/** The survey at this address as staff see it, or null. */
export async function findForStaff(ctx: Ctx, slug: string): Promise<SurveySeen | null> {
  const seen = await findSurvey(ctx, slug);
  return seen && may.read(ctx.actor, seen.survey) ? seen : null;
}

const MOST = 200;

/** Surveys that the actor may read, drafts too, the last to open first. */
export async function listForStaff(ctx: Ctx): Promise<SurveySeen[]> {
  const reach = reachOf(ctx.actor, "read");
  if (reach !== "all" && reach.length === 0) return [];
  return selectSeen(ctx)
    .where(reach === "all" ? undefined : inArray(surveys.neighbourhoodId, reach))
    .orderBy(desc(surveys.opensAt), asc(surveys.id))
    .limit(MOST);
}

/** Where the actor may make surveys. */
export async function getSurveyChoices(ctx: Ctx) {
  const reach = reachOf(ctx.actor, "edit");
  const all = await listNeighbourhoods(ctx);
  return {
    wholeBorough: reach === "all",
    earlier: (await listForStaff(ctx))
      .filter(({ survey }) => survey.state === "published")
      .map(({ survey: { id, slug, title, opensAt } }) => ({ id, slug, title, opensAt })),
    neighbourhoods: all
      .filter(({ id }) => reach === "all" || reach.includes(id))
      .map(({ slug, name }) => ({ slug, name })),
  };
}
