import { and, eq, inArray } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { endOf } from "./rules";

const split = (id: string) => {
  const at = id.indexOf(".");
  return { surveyId: id.slice(0, at), key: id.slice(at + 1) };
};

/** Questions of published surveys by what other rooms call them: the survey's title, and where its results are. */
export async function listQuestionSources(ctx: Ctx, ids: readonly string[]) {
  const wanted = ids.map((id) => ({ id, ...split(id) }));
  if (wanted.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(surveys)
    .where(
      and(
        eq(surveys.state, "published"),
        inArray(
          surveys.id,
          wanted.map((one) => one.surveyId),
        ),
      ),
    );
  return wanted.flatMap(({ id, surveyId, key }) => {
    const survey = rows.find((row) => row.id === surveyId);
    if (!survey) return [];
    const path = survey.resultsAt ? `/surveys/${survey.slug}/results#${key}` : `/surveys/${survey.slug}`;
    return [{ id, title: survey.title, path, at: survey.closesAt }];
  });
}

/** A question whose results are out, for those who may read them: its words, and since when people had said it. */
export async function findQuestionToAnswer(ctx: Ctx, id: string) {
  const { surveyId, key } = split(id);
  const [survey] = await ctx.db.select().from(surveys).where(eq(surveys.id, surveyId));
  if (!survey?.resultsAt || !may.read(ctx.actor, survey)) return null;
  const question = survey.draft.questions.find((one) => one.key === key);
  if (!question) return null;
  return {
    words: question.title,
    day: dayOf(endOf(survey)),
    neighbourhoodId: survey.neighbourhoodId,
    themes: [] as string[],
    title: survey.title,
    path: `/manage/surveys/${survey.slug}/results`,
  };
}
