import { and, count, eq, inArray, sql } from "drizzle-orm";
import { themes } from "~/db/tables/places";
import { surveyResponses, surveyTallies } from "~/db/tables/surveys-responses";
import { surveyReadings, surveyReadingThemes, surveyTexts } from "~/db/tables/surveys-words";
import type { TrueTable } from "~/features/figures/linked";
import type { Ctx } from "~/platform/context.server";
import type { SurveyRow } from "./read.server";
import { codingProgress } from "./read-words.server";

/** The name of a theme's table in a survey's figures: the box and the theme. */
export const themeTableId = (box: string, slug: string) => `${box}~${slug}`;

/** A theme of a box by how many texts are about it. Those that became part of another count as that one. */
export async function countSaid(ctx: Ctx, surveyId: string) {
  const stays = sql<string>`coalesce(${themes.mergedIntoId}, ${themes.id})`;
  const rows = await ctx.db
    .select({
      box: surveyTexts.box,
      themeId: stays,
      n: sql<number>`count(distinct ${surveyReadings.textId})`.mapWith(Number),
    })
    .from(surveyReadingThemes)
    .innerJoin(surveyReadings, eq(surveyReadings.id, surveyReadingThemes.readingId))
    .innerJoin(surveyTexts, eq(surveyTexts.id, surveyReadings.textId))
    .innerJoin(themes, eq(themes.id, surveyReadingThemes.themeId))
    .where(and(eq(surveyTexts.surveyId, surveyId), eq(surveyReadings.stands, true)))
    .groupBy(surveyTexts.box, stays);
  const ids = [...new Set(rows.map((row) => row.themeId))];
  const found = ids.length > 0 ? await ctx.db.select().from(themes).where(inArray(themes.id, ids)) : [];
  return rows
    .flatMap(({ box, themeId, n }) => {
      const theme = found.find((one) => one.id === themeId);
      return theme ? [{ box, n, slug: theme.slug, label: theme.label, plainLabel: theme.plainLabel }] : [];
    })
    .sort((a, b) => b.n - a.n || a.plainLabel.localeCompare(b.plainLabel));
}

/**
 * What people said in words of their own, a table a theme, for every box whose texts have all been read. True
 * numbers: for the gate. Each person either said it, said something else, or has no answer there. All tables of
 * a question name who did not answer alike, by the question's own key, so that the gate knows them for the same
 * people; `id` is `<box>~<theme>`.
 */
export async function themeTables(ctx: Ctx, survey: Pick<SurveyRow, "id">): Promise<TrueTable[]> {
  const done = (await codingProgress(ctx, survey)).filter((box) => box.isDone);
  if (done.length === 0) return [];
  const [all] = await ctx.db
    .select({ n: count() })
    .from(surveyResponses)
    .where(eq(surveyResponses.surveyId, survey.id));
  const states = await listStates(ctx, survey.id);
  const said = await countSaid(ctx, survey.id);
  const people = `survey:${survey.id}`;
  return done.flatMap((box) => {
    const of = (state: string) => states.get(`${box.question} ~${state}`) ?? 0;
    const [answered, skipped, preferNot] = ["answered", "skipped", "prefer_not"].map(of) as [
      number,
      number,
      number,
    ];
    // Versions that did not have the question did not show it.
    const notShown = (all?.n ?? 0) - answered - skipped - preferNot;
    return said
      .filter((one) => one.box === box.key)
      .map(({ slug, plainLabel, n }): TrueTable => {
        const id = themeTableId(box.key, slug);
        const headings = [
          { code: id, label: "Said it" },
          { code: `${id}~else`, label: "Said something else" },
          { code: "answered", label: "Answered", of: [id, `${id}~else`] },
          { code: "skipped", label: "Did not answer" },
          { code: "prefer_not", label: "Preferred not to say" },
          { code: "not_shown", label: "Were not asked" },
        ];
        return {
          id,
          title: plainLabel,
          people,
          down: { key: box.question, label: box.title, headings },
          across: null,
          counts: [[n], [answered - n], [skipped], [preferNot], [notShown]],
          isTopline: true,
        };
      });
  });
}

/** How many answered, skipped or preferred not to say, by question. */
async function listStates(ctx: Ctx, surveyId: string): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({
      question: surveyTallies.question,
      answer: surveyTallies.answer,
      n: sql<number>`sum(${surveyTallies.count})`.mapWith(Number),
    })
    .from(surveyTallies)
    .where(
      and(
        eq(surveyTallies.surveyId, surveyId),
        eq(surveyTallies.byQuestion, ""),
        eq(surveyTallies.part, ""),
        inArray(surveyTallies.answer, ["~answered", "~skipped", "~prefer_not"]),
      ),
    )
    .groupBy(surveyTallies.question, surveyTallies.answer);
  return new Map(rows.map(({ question, answer, n }) => [`${question} ${answer}`, n]));
}
