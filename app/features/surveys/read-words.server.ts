import { and, asc, count, eq, gt, inArray, ne, notExists, type SQL, sql } from "drizzle-orm";
import { themes } from "~/db/tables/places";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { surveyQuotes, surveyReadings, surveyReadingThemes, surveyTexts } from "~/db/tables/surveys-words";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";
import { findSurveyRow, listVersions, type SurveyRow } from "./read.server";
import { findForStaff } from "./read-staff.server";
import { boxesIn, type WordBox, wordsOf } from "./words";

/** Which texts a page shows. */
export const WORD_VIEWS = ["unread", "read", "danger"] as const;
/** One of them. */
export type WordView = (typeof WORD_VIEWS)[number];

/** The account that acts, or null: readings belong to people. */
export const readerOf = ({ actor }: Pick<Ctx, "actor">) => (actor.kind === "account" ? actor.id : null);

/** The published survey at this address whose words the actor may read, or null; `none` for who may see it otherwise. */
export async function findToRead(ctx: Ctx, slug: string): Promise<SurveyRow | "none" | null> {
  const seen = await findForStaff(ctx, slug);
  if (!seen || seen.survey.state === "draft") return null;
  return may.readWords(ctx.actor, seen.survey) ? seen.survey : "none";
}

/** Every place where people write words of their own, in all versions of a survey. */
export async function listBoxes(ctx: Ctx, surveyId: string): Promise<WordBox[]> {
  return boxesIn((await listVersions(ctx, surveyId)).map((version) => version.questionnaire));
}

/** One of them, or null. */
export async function findBox(ctx: Ctx, surveyId: string, key: string): Promise<WordBox | null> {
  return (await listBoxes(ctx, surveyId)).find((box) => box.key === key) ?? null;
}

const yes = (condition: SQL) => sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number);

/** How far the reading of one box has come. Counts texts, not people. */
export type CodingProgress = WordBox & {
  texts: number;
  read: number;
  /** Texts in which someone may be in danger, and that nobody has looked at. */
  danger: number;
  sample: number;
  /** Texts of the sample that a second person has read. */
  second: number;
  /** Every text has been read: only then does the number of a theme mean anything. */
  isDone: boolean;
};

/** How far the reading of a survey's words has come, box by box. True numbers: for staff, and for the gate. */
export async function codingProgress(ctx: Ctx, survey: Pick<SurveyRow, "id">): Promise<CodingProgress[]> {
  const x = surveyTexts;
  const counts = await ctx.db
    .select({
      box: x.box,
      texts: count(),
      read: yes(sql`${x.isRead}`),
      danger: yes(sql`${x.danger} = 'waiting'`),
      sample: yes(sql`${x.inSample}`),
    })
    .from(x)
    .where(eq(x.surveyId, survey.id))
    .groupBy(x.box);
  const seconds = await ctx.db
    .select({ box: x.box, n: count() })
    .from(surveyReadings)
    .innerJoin(x, eq(x.id, surveyReadings.textId))
    .where(and(eq(x.surveyId, survey.id), eq(surveyReadings.part, "second")))
    .groupBy(x.box);
  return (await listBoxes(ctx, survey.id)).map((box) => {
    const { texts = 0, read = 0, danger = 0, sample = 0 } = counts.find((one) => one.box === box.key) ?? {};
    const second = seconds.find((one) => one.box === box.key)?.n ?? 0;
    return { ...box, texts, read, danger, sample, second, isDone: texts > 0 && read === texts };
  });
}

/** A text as somebody reads it. `themes` is null where they may not know yet what another found. */
export type TextSeen = {
  id: number;
  words: string;
  flags: string[];
  danger: (typeof surveyTexts.$inferSelect)["danger"];
  isRead: boolean;
  themes: { slug: string; plainLabel: string }[] | null;
  /** Whoever reads can still change what they found. */
  isMine: boolean;
  mayQuote: boolean;
  quote: string | null;
};

const PAGE = 5;

type Which = { view: WordView | "second"; after?: number; limit?: number };

/** Some texts of a box in the order of their random ids, and the last of them when there are more. */
export async function listTexts(
  ctx: Ctx,
  surveyId: string,
  box: WordBox,
  { view, after, limit = PAGE }: Which,
) {
  const rows = await selectTexts(ctx)
    .where(
      and(
        eq(surveyTexts.surveyId, surveyId),
        eq(surveyTexts.box, box.key),
        inView(ctx, view),
        after ? gt(surveyTexts.id, after) : undefined,
      ),
    )
    .orderBy(asc(surveyTexts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const texts = await seen(ctx, box, page);
  return {
    texts: view === "second" ? texts.map((text) => ({ ...text, themes: null })) : texts,
    last: page.at(-1)?.text.id ?? null,
    more: rows.length > limit,
  };
}

const selectTexts = (ctx: Ctx) =>
  ctx.db
    .select({
      text: surveyTexts,
      answers: surveyResponses.answers,
      mayQuote: surveyResponses.mayQuote,
      quote: { id: surveyQuotes.id, state: surveyQuotes.state },
    })
    .from(surveyTexts)
    .innerJoin(surveyResponses, eq(surveyResponses.id, surveyTexts.responseId))
    .leftJoin(surveyQuotes, eq(surveyQuotes.textId, surveyTexts.id));

type Selected = Awaited<ReturnType<typeof selectTexts>>[number];

/** A subquery: the text has such a reading. */
function reading(ctx: Ctx, condition: SQL | undefined) {
  return ctx.db
    .select({ id: surveyReadings.id })
    .from(surveyReadings)
    .where(and(eq(surveyReadings.textId, surveyTexts.id), condition));
}

function inView(ctx: Ctx, view: WordView | "second"): SQL | undefined {
  const x = surveyTexts;
  const mine = eq(surveyReadings.reader, readerOf(ctx) ?? "");
  if (view === "read") return eq(x.isRead, true);
  if (view === "danger") return ne(x.danger, "none");
  // What somebody has read as the second, they do not read as the first, and the other way round.
  const second = eq(surveyReadings.part, "second");
  if (view === "unread")
    return and(eq(x.isRead, false), eq(x.isForgotten, false), notExists(reading(ctx, and(second, mine))));
  const first = eq(surveyReadings.part, "first");
  return and(
    eq(x.inSample, true),
    eq(x.isForgotten, false),
    notExists(reading(ctx, second)),
    notExists(reading(ctx, and(first, mine))),
  );
}

/** What people found the given texts to be about, by text. Themes that became part of another count as that one. */
export async function listReadings(ctx: Ctx, textIds: readonly number[]) {
  if (textIds.length === 0) return [];
  const readings = await ctx.db
    .select()
    .from(surveyReadings)
    .where(inArray(surveyReadings.textId, [...textIds]));
  if (readings.length === 0) return [];
  const ids = readings.map((one) => one.id);
  const chosen = await ctx.db
    .select({ readingId: surveyReadingThemes.readingId, themeId: themes.id, into: themes.mergedIntoId })
    .from(surveyReadingThemes)
    .innerJoin(themes, eq(themes.id, surveyReadingThemes.themeId))
    .where(inArray(surveyReadingThemes.readingId, ids));
  const themesOf = new Map<number, Set<string>>();
  for (const { readingId, themeId, into } of chosen) {
    themesOf.set(readingId, (themesOf.get(readingId) ?? new Set()).add(into ?? themeId));
  }
  return readings.map((one) => ({ ...one, themes: [...(themesOf.get(one.id) ?? [])] }));
}

async function seen(ctx: Ctx, box: WordBox, rows: readonly Selected[]): Promise<TextSeen[]> {
  const readings = await listReadings(
    ctx,
    rows.map(({ text }) => text.id),
  );
  const used = [...new Set(readings.flatMap((one) => one.themes))];
  const labels = used.length > 0 ? await ctx.db.select().from(themes).where(inArray(themes.id, used)) : [];
  const me = readerOf(ctx);
  return rows.map(({ text, answers, mayQuote, quote }) => {
    const own = readings.filter((one) => one.textId === text.id);
    const first = own.find((one) => one.part === "first");
    const hasSecond = own.some((one) => one.part === "second");
    const isMine = first?.reader === me;
    const hidden = text.inSample && !hasSecond && !isMine;
    const stands = own.find((one) => one.stands);
    const { id, flags, danger, isRead } = text;
    return {
      ...{ id, flags, danger, isRead, mayQuote },
      words: wordsOf(box, answers),
      themes: hidden
        ? null
        : labels
            .filter((theme) => stands?.themes.includes(theme.id))
            .map(({ slug, plainLabel }) => ({ slug, plainLabel })),
      isMine: isMine && !hasSecond,
      quote: quote?.state ?? null,
    };
  });
}

/** One text with its survey, for those who may read it; null for others. */
export async function findText(ctx: Ctx, id: number) {
  const [row] = await selectTexts(ctx).where(eq(surveyTexts.id, id));
  const survey = row ? await findSurveyRow(ctx, { id: row.text.surveyId }) : null;
  if (!row || !survey || !may.readWords(ctx.actor, survey)) return null;
  const box = await findBox(ctx, survey.id, row.text.box);
  if (!box) return null;
  const readings = await listReadings(ctx, [id]);
  return { ...row, survey, box, readings, words: wordsOf(box, row.answers) };
}
