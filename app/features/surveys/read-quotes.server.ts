import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { themes } from "~/db/tables/places";
import { surveys } from "~/db/tables/surveys";
import { surveyQuotes, surveyReadings, surveyReadingThemes, surveyTexts } from "~/db/tables/surveys-words";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";
import { findSurveyRow } from "./read.server";
import { listBoxes, listReadings } from "./read-words.server";

/** Published words: where they were written, and what they are about. */
export type Quote = {
  id: string;
  words: string;
  box: string;
  publishedDay: string;
  themes: { slug: string; plainLabel: string }[];
};

/** The published quotes of a survey, by question and theme, for everyone. In an order that tells nothing. */
export async function listQuotes(ctx: Ctx, surveyId: string): Promise<Quote[]> {
  const rows = await ctx.db
    .select({ quote: surveyQuotes, box: surveyTexts.box })
    .from(surveyQuotes)
    .innerJoin(surveyTexts, eq(surveyTexts.id, surveyQuotes.textId))
    .where(and(eq(surveyQuotes.surveyId, surveyId), eq(surveyQuotes.state, "published")))
    .orderBy(asc(surveyTexts.box), asc(surveyQuotes.id))
    .limit(200);
  const about = await themesOf(
    ctx,
    rows.map(({ quote }) => quote.textId),
  );
  return rows.map(({ quote, box }) => ({
    id: quote.id,
    words: quote.words,
    box,
    publishedDay: quote.publishedDay ?? "",
    themes: about.get(quote.textId) ?? [],
  }));
}

async function themesOf(ctx: Ctx, textIds: readonly number[]) {
  const readings = (await listReadings(ctx, textIds)).filter((one) => one.stands);
  const ids = [...new Set(readings.flatMap((one) => one.themes))];
  const found = ids.length > 0 ? await ctx.db.select().from(themes).where(inArray(themes.id, ids)) : [];
  return new Map(
    readings.map((one) => [
      one.textId,
      found
        .filter((theme) => one.themes.includes(theme.id))
        .map(({ slug, plainLabel }) => ({ slug, plainLabel })),
    ]),
  );
}

/** Published quotes about one theme (or those that became part of it), each with the survey it is from. */
export async function listQuotesAbout(ctx: Ctx, themeIds: readonly string[], limit: number) {
  return ctx.db
    .selectDistinct({
      id: surveyQuotes.id,
      words: surveyQuotes.words,
      survey: surveys.slug,
      title: surveys.title,
      publishedDay: surveyQuotes.publishedDay,
    })
    .from(surveyQuotes)
    .innerJoin(surveys, eq(surveys.id, surveyQuotes.surveyId))
    .innerJoin(
      surveyReadings,
      and(eq(surveyReadings.textId, surveyQuotes.textId), eq(surveyReadings.stands, true)),
    )
    .innerJoin(surveyReadingThemes, eq(surveyReadingThemes.readingId, surveyReadings.id))
    .where(and(eq(surveyQuotes.state, "published"), inArray(surveyReadingThemes.themeId, [...themeIds])))
    .orderBy(desc(surveyQuotes.publishedDay), asc(surveyQuotes.id))
    .limit(limit);
}

/** Every quote of a survey that is proposed or out, for staff, those to be checked first. */
export async function listQuotesForStaff(ctx: Ctx, surveyId: string) {
  const rows = await ctx.db
    .select({ quote: surveyQuotes, box: surveyTexts.box, by: accounts.name })
    .from(surveyQuotes)
    .innerJoin(surveyTexts, eq(surveyTexts.id, surveyQuotes.textId))
    .innerJoin(accounts, eq(accounts.id, surveyQuotes.proposedBy))
    .where(and(eq(surveyQuotes.surveyId, surveyId), inArray(surveyQuotes.state, ["proposed", "published"])))
    .orderBy(asc(surveyQuotes.state), asc(surveyQuotes.id))
    .limit(200);
  const boxes = await listBoxes(ctx, surveyId);
  const about = await themesOf(
    ctx,
    rows.map(({ quote }) => quote.textId),
  );
  return rows
    .map(({ quote, box, by }) => ({
      ...quote,
      by,
      question: boxes.find((one) => one.key === box)?.title ?? box,
      themes: about.get(quote.textId) ?? [],
    }))
    .sort((a, b) => Number(b.state === "proposed") - Number(a.state === "proposed"));
}

/** A quote with its survey, for those who may read words there; null for others. */
export async function findQuote(ctx: Ctx, id: string) {
  const [quote] = await ctx.db.select().from(surveyQuotes).where(eq(surveyQuotes.id, id));
  const survey = quote ? await findSurveyRow(ctx, { id: quote.surveyId }) : null;
  if (!quote || !survey || !may.readWords(ctx.actor, survey)) return null;
  return { quote, survey };
}
