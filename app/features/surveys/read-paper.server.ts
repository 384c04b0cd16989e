import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { surveyBatches, surveySheets } from "~/db/tables/surveys-paper";
import { surveyDays, surveyResponses } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import { keyed } from "~/platform/secret-links.server";
import { type BatchCounts, type BatchStanding, batchStanding, openSample } from "./batch";
import { may } from "./may";
import type { SurveyRow } from "./read.server";
import { CHANNELS, type Channel } from "./rules";
import type { StoredResponse } from "./store-responses.server";

/** A batch's row. */
export type BatchRow = typeof surveyBatches.$inferSelect;
/** A sheet's row. */
export type SheetRow = typeof surveySheets.$inferSelect;

/** A batch with how far it is, and how alike two people typed its sheets. */
export type BatchSeen = {
  batch: BatchRow;
  counts: BatchCounts;
  compared: number;
  alike: number;
  standing: BatchStanding;
  /** Sheets that still have to be typed a second time. */
  toSecond: number;
};

/** Batches of a survey, the newest first. True numbers: for staff, of sheets. */
export async function listBatches(ctx: Ctx, surveyId: string): Promise<BatchSeen[]> {
  const batches = await ctx.db
    .select()
    .from(surveyBatches)
    .where(eq(surveyBatches.surveyId, surveyId))
    .orderBy(desc(surveyBatches.number));
  return seenWith(ctx, batches);
}

/** One batch of a survey by its number, or null. True numbers: for staff, of sheets. */
export async function findBatch(ctx: Ctx, surveyId: string, name: string): Promise<BatchSeen | null> {
  const number = Number(/^[Bb](\d{1,3})$/.exec(name)?.[1] ?? 0);
  const batches = await ctx.db
    .select()
    .from(surveyBatches)
    .where(and(eq(surveyBatches.surveyId, surveyId), eq(surveyBatches.number, number)));
  return (await seenWith(ctx, batches))[0] ?? null;
}

async function seenWith(ctx: Ctx, batches: readonly BatchRow[]): Promise<BatchSeen[]> {
  if (batches.length === 0) return [];
  const s = surveySheets;
  const rows = await ctx.db
    .select({
      batchId: s.batchId,
      state: s.state,
      n: sql<number>`count(*)`.mapWith(Number),
      compared: sql<number>`sum(${s.compared})`.mapWith(Number),
      alike: sql<number>`sum(${s.alike})`.mapWith(Number),
    })
    .from(s)
    .where(
      inArray(
        s.batchId,
        batches.map(({ id }) => id),
      ),
    )
    .groupBy(s.batchId, s.state);
  return batches.map((batch) => {
    const own = rows.filter(({ batchId }) => batchId === batch.id);
    const of = (state: string) => own.find((row) => row.state === state)?.n ?? 0;
    const sum = (name: "compared" | "alike") => own.reduce((all, row) => all + row[name], 0);
    const counts = { typed: of("typed"), differs: of("differs"), checked: of("checked") };
    return {
      batch,
      counts,
      compared: sum("compared"),
      alike: sum("alike"),
      standing: batchStanding(batch, counts),
      toSecond: openSample(batch, counts),
    };
  });
}

/** Every sheet of a batch, by its code. */
export async function listSheets(ctx: Ctx, batchId: string): Promise<SheetRow[]> {
  return ctx.db
    .select()
    .from(surveySheets)
    .where(eq(surveySheets.batchId, batchId))
    .orderBy(asc(surveySheets.code));
}

/** A sheet with its batch, and the response that was typed from it; null when no sheet has that code. */
export type SheetSeen = { sheet: SheetRow; batch: BatchRow; response: StoredResponse | null };

/** The sheet of a survey with this code, or null. */
export async function findSheet(ctx: Ctx, surveyId: string, code: string): Promise<SheetSeen | null> {
  const [row] = await ctx.db
    .select({ sheet: surveySheets, batch: surveyBatches, response: surveyResponses })
    .from(surveySheets)
    .innerJoin(surveyBatches, eq(surveyBatches.id, surveySheets.batchId))
    .leftJoin(
      surveyResponses,
      and(eq(surveyResponses.surveyId, surveySheets.surveyId), eq(surveyResponses.sheet, surveySheets.code)),
    )
    .where(and(eq(surveySheets.surveyId, surveyId), eq(surveySheets.code, code)));
  return row ?? null;
}

/**
 * The sheet that this person types a second time next, or null. The sample is a lot that the site's secret draws:
 * nobody who types first can tell which sheets are looked at again.
 */
export async function findNextSecond(ctx: Ctx, survey: SurveyRow, seen: BatchSeen): Promise<string | null> {
  if (seen.toSecond === 0) return null;
  const { batch } = seen;
  const lot = (code: string) => keyed(ctx.secret, "survey-sample", survey.id, code);
  const came = (await listSheets(ctx, batch.id)).filter(({ state }) => state !== "printed");
  const drawn = came
    .map((sheet) => ({ sheet, lot: lot(sheet.code) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ sheet }) => sheet);
  const open = drawn.filter(({ state }) => state === "typed").slice(0, seen.toSecond);
  return open.find(({ typedBy }) => may.typeAgain(ctx.actor, survey, typedBy))?.code ?? null;
}

/** How many responses came by each channel, those that wait included; they add up to the total. True numbers: for staff. */
export async function listChannels(
  ctx: Ctx,
  surveyId: string,
): Promise<{ channel: Channel; count: number }[]> {
  const rows = await ctx.db
    .select({ channel: surveyDays.channel, count: sql<number>`sum(${surveyDays.count})`.mapWith(Number) })
    .from(surveyDays)
    .where(eq(surveyDays.surveyId, surveyId))
    .groupBy(surveyDays.channel);
  const of = new Map(rows.map(({ channel, count }) => [channel, count]));
  return CHANNELS.map((channel) => ({ channel, count: of.get(channel) ?? 0 }));
}
