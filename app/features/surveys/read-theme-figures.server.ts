import { and, eq, inArray, sql } from "drizzle-orm";
import type { GatedTable } from "~/db/tables/figures";
import { themes } from "~/db/tables/places";
import { surveyReadings, surveyReadingThemes, surveyTexts } from "~/db/tables/surveys-words";
import type { TrueTable } from "~/features/figures/linked";
import { publishCount } from "~/features/figures/published";
import type { Ctx } from "~/platform/context.server";
import { countsFrom } from "./answer-counts";
import type { SurveyRow } from "./read.server";
import { countAnswers } from "./read-results.server";
import { codingProgress } from "./read-words.server";
import { ANSWERED, NONE } from "./result-dimensions";

/** The name of a theme's table in a survey's figures: the box and the theme. */
export const themeTableId = (box: string, slug: string) => `${box}~${slug}`;

/** The box and the theme that a published table is about; null for tables of answers that were chosen. */
export function themeIn({ id, down }: Pick<GatedTable, "id" | "down">): { box: string; slug: string } | null {
  const [box = "", slug = ""] = id.split("~");
  return down.headings[0]?.code === id && slug !== "" ? { box, slug } : null;
}

const shown = (n: number) => publishCount(n).value ?? 0;

/**
 * How many texts of each box are about each theme; one that became part of another counts as that one. True
 * numbers: for the gate. In the order of what will be published of them, so that it tells nothing more.
 */
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
    .sort((a, b) => shown(b.n) - shown(a.n) || a.plainLabel.localeCompare(b.plainLabel));
}

/**
 * What people said in words of their own, a table a theme, for every text question whose answers have all been
 * read. Words beside "Other, please say" are read and quoted, not counted: they are few. Each person either said
 * it, said something else, or gave no answer. All tables of a question go by the question's own key, so that the
 * gate knows who answered for the same people in each; the table's `id` is `<box>~<theme>`. True numbers: for the
 * gate.
 */
export async function themeTables(ctx: Ctx, survey: Pick<SurveyRow, "id">): Promise<TrueTable[]> {
  const done = (await codingProgress(ctx, survey)).filter((box) => box.isDone && !box.isOther);
  if (done.length === 0) return [];
  const counts = countsFrom(await countAnswers(ctx, survey.id));
  const said = await countSaid(ctx, survey.id);
  return done.flatMap((box) => {
    const answered = counts.of(box.question, "", "~answered");
    return said
      .filter((one) => one.box === box.key)
      .map(({ slug, plainLabel, n }): TrueTable => {
        const id = themeTableId(box.key, slug);
        const headings = [
          { code: id, label: "Said it" },
          { code: `${id}~else`, label: "Said something else" },
          { code: NONE, label: "No answer", apart: true },
          { code: ANSWERED, label: "Answered", of: [id, `${id}~else`] },
        ];
        return {
          id,
          title: `${box.title} ${plainLabel}`,
          people: `survey:${survey.id}`,
          down: { key: box.question, label: plainLabel, headings },
          across: null,
          counts: [[n], [answered - n], [counts.total - answered]],
          isTopline: true,
        };
      });
  });
}
