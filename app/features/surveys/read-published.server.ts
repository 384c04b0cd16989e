import type { FiguresSeen } from "~/features/figures/read.server";
import { findFigures } from "~/features/figures/read.server";
import type { Ctx } from "~/platform/context.server";
import { resultsSubject } from "./figures.server";
import { findSurvey, listVersions, type SurveySeen, type SurveyVersion } from "./read.server";
import { listEarlier } from "./read-results.server";
import { questionsOf } from "./result-tables";
import { type QuestionResult, resultsByQuestion } from "./results";
import { breakdownsOf } from "./rules";
import { type Wave, wavesBetween } from "./waves";

/** Published results of a survey, and of those that asked the same before. */
export type PublishedSurvey = SurveySeen & {
  figures: FiguresSeen;
  results: QuestionResult[];
  /** Later versions, with what changed in them; the newest first. */
  versions: Omit<SurveyVersion, "questionnaire">[];
  earlier: { slug: string; title: string; waves: Wave[] }[];
};

/** The published results of the survey at this address, or null before there are any. */
export async function findPublishedSurvey(ctx: Ctx, slug: string): Promise<PublishedSurvey | null> {
  const seen = await findSurvey(ctx, slug);
  if (!seen?.survey.resultsAt) return null;
  const { survey } = seen;
  const figures = await findFigures(ctx, resultsSubject(survey.id));
  if (!figures) return null;
  const versions = await listVersions(ctx, survey.id);
  const asked = versions.map(({ questionnaire }) => questionnaire);
  const groups = new Set(asked.flatMap(breakdownsOf));
  const results = resultsByQuestion(questionsOf(asked), figures.tables);
  // Who answered is compared with who lives here, not with who answered before.
  const compared = results.filter(({ key }) => !groups.has(key));
  const earlier: PublishedSurvey["earlier"] = [];
  for (const one of await listEarlier(ctx, survey)) {
    const before = one.resultsAt && (await findFigures(ctx, resultsSubject(one.id)));
    if (!before) continue;
    const waves = wavesBetween(before.tables, compared);
    earlier.push({ slug: one.slug, title: one.title, waves });
  }
  return {
    ...seen,
    figures,
    results,
    versions: versions.map(({ questionnaire: _, ...version }) => version),
    earlier,
  };
}
