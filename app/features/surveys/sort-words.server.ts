import { and, eq, inArray } from "drizzle-orm";
import { surveyReadings, surveyReadingThemes, surveyTexts } from "~/db/tables/surveys-words";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { randomId } from "~/platform/pool.server";
import { may } from "./may";
import { findSurveyRow } from "./read.server";
import { listReadings, readerOf } from "./read-words.server";
import { type Card, cardField, cardsIn } from "./word-forms";

/** How many texts were read; `left` had been read by somebody else meanwhile, or are not for this person. */
export type Sorted =
  | { ok: true; done: number; left: number }
  | Refusal<"invalid" | "missing" | "not_allowed">;

/**
 * Says what several texts of one box are about, as the first who reads them or, in the sample, as the second.
 * Whoever was first can change it until a second person has read it. Where words of danger stand, they also say
 * what became of it. The record holds how many, never which.
 */
export async function sortWords(
  ctx: Ctx,
  input: { slug: string; box: string; part: "first" | "second"; typed: unknown },
): Promise<Sorted> {
  const { cards, fields } = cardsIn(input.typed);
  const found = await findSurveyRow(ctx, { slug: input.slug });
  const inUse = await listThemesInUse(ctx);
  const known = new Map(inUse.map((theme) => [theme.slug, theme.id]));
  for (const { id, themes } of cards) {
    if (themes.some((slug) => !known.has(slug))) {
      fields[cardField("themes", id)] = ["Choose themes from the list"];
    }
  }
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`survey-words:${found.id}`] }, async (ctx): Promise<Sorted> => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey || !may.read(ctx.actor, survey)) return { ok: false, reason: "missing" };
    const reader = readerOf(ctx);
    if (!reader || !may.readWords(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    const texts = await listOf(ctx, survey.id, input.box, cards);
    for (const { id, danger } of texts) {
      const card = cards.find((one) => one.id === id);
      if (input.part === "first" && danger === "waiting" && card && !card.danger) {
        fields[cardField("danger", id)] = ["Say what became of it: someone may be in danger"];
      }
    }
    if (Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
    const readings = await listReadings(
      ctx,
      texts.map((text) => text.id),
    );
    const theirs = texts.flatMap((text) => {
      const card = cards.find((one) => one.id === text.id);
      const own = readings.filter((one) => one.textId === text.id);
      return card && mayPut(text, own, input.part, reader) ? [{ text, card }] : [];
    });
    await putReadings(
      ctx,
      theirs.map(({ text, card }) => ({
        ...{ textId: text.id, part: input.part, reader },
        themeIds: card.themes.flatMap((slug) => known.get(slug) ?? []),
      })),
    );
    await noteRead(ctx, theirs, input.part);
    const done = theirs.length;
    const passedOn = cards.filter((card) => card.danger === "passed_on").length;
    const said = { box: input.box, part: input.part, texts: done, passedOn };
    await audit(ctx, "surveys.words_sorted", { kind: "survey", id: survey.id }, said);
    return { ok: true, done, left: cards.length - done };
  });
}

type TextRow = typeof surveyTexts.$inferSelect;

async function listOf(ctx: Ctx, surveyId: string, box: string, cards: readonly Card[]): Promise<TextRow[]> {
  if (cards.length === 0) return [];
  const ids = cards.map((card) => card.id);
  return ctx.db
    .select()
    .from(surveyTexts)
    .where(and(eq(surveyTexts.surveyId, surveyId), eq(surveyTexts.box, box), inArray(surveyTexts.id, ids)));
}

/** Notes where texts stand once they were read: those alike at once. */
async function noteRead(
  ctx: Ctx,
  read: readonly { text: TextRow; card: Card }[],
  part: "first" | "second",
): Promise<void> {
  for (const danger of new Set(read.map(({ text, card }) => card.danger ?? text.danger))) {
    const alike = read.filter(({ text, card }) => (card.danger ?? text.danger) === danger);
    const ids = alike.map(({ text }) => text.id);
    await ctx.db
      .update(surveyTexts)
      .set(part === "first" ? { danger, isRead: true } : { danger })
      .where(inArray(surveyTexts.id, ids));
  }
}

type Reading = Awaited<ReturnType<typeof listReadings>>[number];

/** Nobody reads a text twice, or puts what they found in the place of what somebody else did. */
function mayPut(text: TextRow, own: readonly Reading[], part: "first" | "second", reader: string): boolean {
  const first = own.find((one) => one.part === "first");
  const second = own.find((one) => one.part === "second");
  if (part === "first") return first ? first.reader === reader && !second : second?.reader !== reader;
  return text.inSample && !second && first?.reader !== reader;
}

type NewReading = {
  textId: number;
  part: "first" | "second" | "settled";
  reader: string;
  themeIds: readonly string[];
};

/** Keeps what somebody found, in place of what they found before, inside a write. What was settled stands; else the first. */
export async function putReadings(ctx: Ctx, found: readonly NewReading[]): Promise<void> {
  if (found.length === 0) return;
  const settled = found.filter((one) => one.part === "settled").map((one) => one.textId);
  for (const part of new Set(found.map((one) => one.part))) {
    const ids = found.filter((one) => one.part === part).map((one) => one.textId);
    await ctx.db
      .delete(surveyReadings)
      .where(and(inArray(surveyReadings.textId, ids), eq(surveyReadings.part, part)));
  }
  if (settled.length > 0) {
    await ctx.db.update(surveyReadings).set({ stands: false }).where(inArray(surveyReadings.textId, settled));
  }
  const rows = found.map((one) => ({ ...one, id: randomId(), stands: one.part !== "second" }));
  await ctx.db.insert(surveyReadings).values(rows.map(({ themeIds: _, ...row }) => row));
  const chosen = rows.flatMap(({ id, themeIds }) => themeIds.map((themeId) => ({ readingId: id, themeId })));
  if (chosen.length > 0) await ctx.db.insert(surveyReadingThemes).values(chosen);
}
