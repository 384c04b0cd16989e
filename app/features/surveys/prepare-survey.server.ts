import type { surveys } from "~/db/tables/surveys";
import { findActivityChoice } from "~/features/engagement/read-staff.server";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { may } from "./may";
import { findSurveyRow } from "./read.server";
import { fieldsOf, surveyForm } from "./schema";

/** What the form says about a survey, with ids in place of what was chosen. */
export type SurveyFacts = Pick<
  typeof surveys.$inferSelect,
  | "title"
  | "summary"
  | "purpose"
  | "intro"
  | "minutes"
  | "whoSees"
  | "whatNext"
  | "anonymity"
  | "activityId"
  | "previousId"
  | "neighbourhoodId"
  | "opensAt"
  | "closesAt"
  | "most"
>;

/** What a neighbourhood's own staff are told when they choose a place that is not theirs. */
export const NOT_YOURS = "Choose a neighbourhood that you organise surveys for";

/** Checks the form of a survey and looks up all that it names, before any write begins. */
export async function prepareSurvey(
  ctx: Ctx,
  typed: unknown,
): Promise<{ ok: true; facts: SurveyFacts } | Refusal<"invalid">> {
  const parsed = surveyForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { activity, previous, neighbourhood, ...form } = parsed.data;
  const activityId = activity ? await findActivityChoice(ctx, activity) : null;
  const earlier = previous ? await findSurveyRow(ctx, { slug: previous }) : null;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  const fields: Record<string, string[]> = {};
  if (activity && !activityId) fields.activity = ["Choose an activity from the list"];
  if (previous && (earlier?.state !== "published" || !may.read(ctx.actor, earlier))) {
    fields.previous = ["Choose a survey from the list"];
  }
  if (earlier && earlier.opensAt >= form.opensAt) {
    fields.previous = ["Choose a survey that opened before this one"];
  }
  if (neighbourhood && !near) fields.neighbourhood = ["Choose a neighbourhood from the list"];
  if (Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
  const ids = { activityId, previousId: earlier?.id ?? null, neighbourhoodId: near?.id ?? null };
  return { ok: true, facts: { ...form, ...ids } };
}
