import { and, asc, countDistinct, desc, eq, inArray } from "drizzle-orm";
import type { Share } from "~/db/tables/figures";
import { neighbourhoods } from "~/db/tables/places";
import { surveys } from "~/db/tables/surveys";
import { surveyQuotes, surveyReadings, surveyReadingThemes, surveyTexts } from "~/db/tables/surveys-words";
import { listNewestFigures } from "~/features/figures/read.server";
import { sharesIn } from "~/features/figures/shares-in";
import type { Ctx } from "~/platform/context.server";
import { resultsSubject } from "./figures.server";
import { reachOf } from "./may";
import { themeIn } from "./read-theme-figures.server";
import { boxesOf } from "./words";

/** One question of one survey in which people said something about a theme, as it was published. */
export type SaidAbout = {
  survey: { slug: string; title: string; activityId: string | null };
  neighbourhood: { slug: string; name: string } | null;
  question: string;
  /** The words of a theme that became part of this one since; null for its own. */
  as: string | null;
  /** Of those who answered the question, how many said it. */
  share: Share;
  edition: string;
};

const MOST = 20;

/** The surveys in which somebody read answers as being about a theme, the last to close first. */
async function listSurveysAbout(ctx: Ctx, ids: readonly string[]) {
  const about = ctx.db
    .selectDistinct({ id: surveyTexts.surveyId })
    .from(surveyReadingThemes)
    .innerJoin(
      surveyReadings,
      and(eq(surveyReadings.id, surveyReadingThemes.readingId), eq(surveyReadings.stands, true)),
    )
    .innerJoin(surveyTexts, eq(surveyTexts.id, surveyReadings.textId))
    .where(inArray(surveyReadingThemes.themeId, [...ids]));
  return ctx.db
    .select({
      id: surveys.id,
      slug: surveys.slug,
      title: surveys.title,
      activityId: surveys.activityId,
      draft: surveys.draft,
      neighbourhood: { slug: neighbourhoods.slug, name: neighbourhoods.name },
    })
    .from(surveys)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, surveys.neighbourhoodId))
    .where(and(eq(surveys.state, "published"), inArray(surveys.id, about)))
    .orderBy(desc(surveys.closesAt), asc(surveys.id))
    .limit(MOST);
}

/**
 * What published results of surveys say about a theme: shares that have passed the gate, and nothing else. The
 * theme's own slug comes first.
 */
export async function listSaidAbout(
  ctx: Ctx,
  { ids, slugs }: { ids: readonly string[]; slugs: readonly string[] },
): Promise<SaidAbout[]> {
  const found = await listSurveysAbout(ctx, ids);
  const out = await listNewestFigures(
    ctx,
    resultsSubject("").kind,
    found.map((one) => one.id),
  );
  return found.flatMap(({ id, slug, title, activityId, neighbourhood, draft }) => {
    const boxes = boxesOf(draft);
    const edition = out.find((one) => one.subjectId === id);
    return (edition?.tables ?? []).flatMap((table): SaidAbout[] => {
      const about = themeIn(table);
      const [said] = sharesIn(table).shares;
      if (!about || !said || !slugs.includes(about.slug)) return [];
      const question = boxes.find((one) => one.key === about.box)?.title ?? table.title;
      const survey = { slug, title, activityId };
      const as = about.slug === slugs[0] ? null : table.down.label;
      return [{ survey, neighbourhood, question, as, share: said.share, edition: edition?.id ?? "" }];
    });
  });
}

/** From how many surveys each theme has published quotes, by its id. Counts surveys, not people. */
export async function countQuotedBy(ctx: Ctx): Promise<{ themeId: string; surveys: number }[]> {
  return ctx.db
    .select({ themeId: surveyReadingThemes.themeId, surveys: countDistinct(surveyQuotes.surveyId) })
    .from(surveyQuotes)
    .innerJoin(
      surveyReadings,
      and(eq(surveyReadings.textId, surveyQuotes.textId), eq(surveyReadings.stands, true)),
    )
    .innerJoin(surveyReadingThemes, eq(surveyReadingThemes.readingId, surveyReadings.id))
    .where(eq(surveyQuotes.state, "published"))
    .groupBy(surveyReadingThemes.themeId);
}

/** Surveys that the actor may read in which a theme was found, and how many texts are about it. Counts texts, for staff. */
export async function listFoundAbout(ctx: Ctx, themeIds: readonly string[]) {
  const reach = reachOf(ctx.actor, "words");
  if (reach !== "all" && reach.length === 0) return [];
  const rows = await ctx.db
    .select({
      id: surveys.id,
      slug: surveys.slug,
      title: surveys.title,
      box: surveyTexts.box,
      texts: countDistinct(surveyTexts.id),
    })
    .from(surveyReadingThemes)
    .innerJoin(
      surveyReadings,
      and(eq(surveyReadings.id, surveyReadingThemes.readingId), eq(surveyReadings.stands, true)),
    )
    .innerJoin(surveyTexts, eq(surveyTexts.id, surveyReadings.textId))
    .innerJoin(surveys, eq(surveys.id, surveyTexts.surveyId))
    .where(
      and(
        inArray(surveyReadingThemes.themeId, [...themeIds]),
        reach === "all" ? undefined : inArray(surveys.neighbourhoodId, reach),
      ),
    )
    .groupBy(surveys.id, surveys.slug, surveys.title, surveyTexts.box)
    .orderBy(asc(surveys.title), asc(surveyTexts.box))
    .limit(MOST);
  const ids = [...new Set(rows.map((row) => row.id))];
  const drafts = ids.length > 0 ? await ctx.db.select().from(surveys).where(inArray(surveys.id, ids)) : [];
  return rows.map((row) => {
    const draft = drafts.find((one) => one.id === row.id)?.draft;
    const box = draft && boxesOf(draft).find((one) => one.key === row.box);
    return { ...row, question: box?.title ?? row.box };
  });
}

/** Quotes about a theme that wait for somebody to look, in surveys that the actor may read. */
export async function listProposedAbout(ctx: Ctx, ids: readonly string[]) {
  const reach = reachOf(ctx.actor, "words");
  if (reach !== "all" && reach.length === 0) return [];
  return ctx.db
    .selectDistinct({ id: surveyQuotes.id, words: surveyQuotes.words, survey: surveys.slug })
    .from(surveyQuotes)
    .innerJoin(surveys, eq(surveys.id, surveyQuotes.surveyId))
    .innerJoin(
      surveyReadings,
      and(eq(surveyReadings.textId, surveyQuotes.textId), eq(surveyReadings.stands, true)),
    )
    .innerJoin(surveyReadingThemes, eq(surveyReadingThemes.readingId, surveyReadings.id))
    .where(
      and(
        eq(surveyQuotes.state, "proposed"),
        inArray(surveyReadingThemes.themeId, [...ids]),
        reach === "all" ? undefined : inArray(surveys.neighbourhoodId, reach),
      ),
    )
    .orderBy(asc(surveyQuotes.id))
    .limit(MOST);
}
