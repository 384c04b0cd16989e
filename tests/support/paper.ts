import { eq } from "drizzle-orm";
import { surveySheets } from "~/db/tables/surveys-paper";
import { surveyDays, surveyResponses, surveyTallies } from "~/db/tables/surveys-responses";
import { createAccount } from "~/features/people/create-account.server";
import { orderSheets } from "~/features/surveys/order-sheets.server";
import { findSurveyRow, getVersion } from "~/features/surveys/read.server";
import { talliesOf } from "~/features/surveys/tallies";
import type { Role } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";

/** The ctx of an account that is really there, with a role in the whole borough. */
export async function aColleague(ctx: Ctx, name: string, role: Role = "engagement_lead"): Promise<Ctx> {
  const made = await createAccount(ctx, { name, email: `${name.toLowerCase()}@example.org` });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const grants = [{ role, scopeKind: "borough" as const, scopeId: null }];
  return { ...ctx, actor: { kind: "account", id: made.id, name, grants } };
}

/** Orders sheets of a survey; their codes. */
export async function someSheets(
  ctx: Ctx,
  slug: string,
  sheets: number,
  typed: object = {},
): Promise<string[]> {
  const ordered = await orderSheets(ctx, { slug, typed: { sheets: String(sheets), ...typed } });
  if (!ordered.ok) throw new Error(JSON.stringify(ordered));
  const survey = await findSurveyRow(ctx, { slug });
  const rows = await ctx.db
    .select()
    .from(surveySheets)
    .where(eq(surveySheets.surveyId, survey?.id ?? ""));
  return rows.map(({ code }) => code).filter((code) => code.startsWith(`B${ordered.number}-`));
}

/** What the tables of a survey hold, and the same counted anew from its responses. */
export async function recount(ctx: Ctx, slug: string) {
  const survey = await findSurveyRow(ctx, { slug });
  if (!survey) throw new Error(`no survey ${slug}`);
  const kept = await ctx.db.select().from(surveyTallies).where(eq(surveyTallies.surveyId, survey.id));
  const days = await ctx.db.select().from(surveyDays).where(eq(surveyDays.surveyId, survey.id));
  const rows = await ctx.db.select().from(surveyResponses).where(eq(surveyResponses.surveyId, survey.id));
  const counted = new Map<string, number>();
  for (const { version, channel, answers } of rows) {
    const { questionnaire } = await getVersion(ctx, survey.id, version);
    for (const tally of talliesOf(questionnaire, answers)) {
      const { byQuestion, byAnswer, question, part, answer } = tally;
      const name = JSON.stringify([version, channel, byQuestion, byAnswer, question, part, answer]);
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
  }
  const tallies = kept.map(({ version, channel, byQuestion, byAnswer, question, part, answer, count }) => [
    JSON.stringify([version, channel, byQuestion, byAnswer, question, part, answer]),
    count,
  ]);
  return {
    rows,
    received: survey.received,
    days: days.reduce((sum, day) => sum + day.count, 0),
    tallies: new Map(tallies as [string, number][]),
    counted,
  };
}
