import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import { listActivityChoices } from "~/features/engagement/read-staff.server";
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
    activities: (await listActivityChoices(ctx)).map(({ slug, title }) => ({ slug, title })),
    earlier: (await listForStaff(ctx))
      .filter(({ survey }) => survey.state === "published")
      .map(({ survey: { id, slug, title, opensAt } }) => ({ id, slug, title, opensAt })),
    neighbourhoods: all
      .filter(({ id }) => reach === "all" || reach.includes(id))
      .map(({ slug, name }) => ({ slug, name })),
  };
}

/** Published surveys that close in the span, from the first moment up to, but not including, the second. True numbers: for staff. */
export async function listSurveysOver(ctx: Ctx, { from, to }: { from: Date; to: Date }) {
  const { id, slug, title, received } = surveys;
  return ctx.db
    .select({ id, slug, title, received })
    .from(surveys)
    .where(and(eq(surveys.state, "published"), gte(surveys.closesAt, from), lt(surveys.closesAt, to)))
    .orderBy(asc(surveys.closesAt), asc(surveys.id));
}
