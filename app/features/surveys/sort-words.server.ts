import { and, eq, inArray } from "drizzle-orm";
import { surveyReadings, surveyReadingThemes, surveyTexts } from "~/db/tables/surveys-words";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { randomId } from "./pool";
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
    let done = 0;
    for (const text of texts) {
      const card = cards.find((one) => one.id === text.id);
      if (!card || !(await mayPut(ctx, text, input.part, reader))) continue;
      const themeIds = card.themes.flatMap((slug) => known.get(slug) ?? []);
      await putReading(ctx, { textId: text.id, part: input.part, reader, themeIds });
      await ctx.db
        .update(surveyTexts)
        .set(after(text, card, input.part))
        .where(eq(surveyTexts.id, text.id));
      done += 1;
    }
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

/** Where a text stands once it was read. */
function after(text: TextRow, { danger }: Card, part: "first" | "second") {
  return { isRead: text.isRead || part === "first", danger: danger ?? text.danger };
}

/** Nobody reads a text twice, or puts what they found in the place of what somebody else did. */
async function mayPut(ctx: Ctx, text: TextRow, part: "first" | "second", reader: string): Promise<boolean> {
  const readings = await listReadings(ctx, [text.id]);
  const first = readings.find((one) => one.part === "first");
  const second = readings.find((one) => one.part === "second");
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
export async function putReading(ctx: Ctx, { textId, part, reader, themeIds }: NewReading): Promise<void> {
  await ctx.db
    .delete(surveyReadings)
    .where(and(eq(surveyReadings.textId, textId), eq(surveyReadings.part, part)));
  if (part === "settled") {
    await ctx.db.update(surveyReadings).set({ stands: false }).where(eq(surveyReadings.textId, textId));
  }
  const id = randomId();
  await ctx.db.insert(surveyReadings).values({ id, textId, part, reader, stands: part !== "second" });
  const rows = themeIds.map((themeId) => ({ readingId: id, themeId }));
  if (rows.length > 0) await ctx.db.insert(surveyReadingThemes).values(rows);
}
