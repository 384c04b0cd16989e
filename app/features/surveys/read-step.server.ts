import type { Questionnaire } from "~/db/tables/surveys-documents";
import type { Ctx } from "~/platform/context.server";
import type { Draft } from "./answering";
import { pagesOf } from "./questionnaire";
import { findSurvey, getVersion, type SurveySeen } from "./read.server";
import { findDraft } from "./read-draft.server";
import { readCode, type Standing, standingOf } from "./rules";
import { shownSurvey } from "./shown";

/** A survey as somebody meets it who answers: their version, their answers so far, and where it stands. */
export type Step = SurveySeen & {
  questionnaire: Questionnaire;
  /** Null before the first answer, and with a code that leads nowhere. */
  draft: Draft | null;
  /** The return code that the browser brings. */
  code: string | null;
  standing: Standing;
  /** The key of the first page. */
  first: string;
  said: ReturnType<typeof shownSurvey>;
};

/** The published survey at this address, for whoever brings this return code; null when there is none. */
export async function findStep(
  ctx: Ctx,
  { slug, cookie, locale }: { slug: string; cookie: string; locale: string },
): Promise<Step | null> {
  const seen = await findSurvey(ctx, slug);
  if (!seen?.survey.liveVersion) return null;
  const { survey } = seen;
  const code = readCode(cookie);
  const draft = await findDraft(ctx, survey.id, code);
  const { questionnaire } = await getVersion(ctx, survey.id, draft?.version ?? seen.survey.liveVersion);
  return {
    ...seen,
    questionnaire,
    draft,
    code: draft ? code : null,
    standing: standingOf(survey, ctx.now),
    first: pagesOf(questionnaire)[0]?.key ?? "",
    said: shownSurvey(survey, questionnaire, locale),
  };
}
