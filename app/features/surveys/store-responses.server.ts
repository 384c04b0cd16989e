import { and, eq, sql } from "drizzle-orm";
import type { KeptAnswer } from "~/db/tables/surveys-documents";
import { surveyResponses, surveyTallies } from "~/db/tables/surveys-responses";
import { surveyTexts } from "~/db/tables/surveys-words";
import type { Ctx } from "~/platform/context.server";
import { randomId } from "~/platform/pool.server";
import { keepTexts } from "./keep-texts.server";
import { getVersion } from "./read.server";
import { type Tally, talliesOf } from "./tallies";

/** A response on its way into the table. */
export type NewResponse = Omit<typeof surveyResponses.$inferInsert, "id" | "surveyId">;

const CHUNK = 200;

/**
 * Stores responses, raises the tallies and notes who wrote words of their own, inside a write. The one place where
 * responses come into the table, whatever their channel: what else has to be kept in step with them belongs here and
 * in `dropResponse`.
 */
export async function storeResponses(
  ctx: Ctx,
  surveyId: string,
  responses: readonly NewResponse[],
): Promise<number[]> {
  const rows = responses.map((response) => ({ ...response, id: randomId(), surveyId }));
  for (let n = 0; n < rows.length; n += CHUNK) {
    await ctx.db.insert(surveyResponses).values(rows.slice(n, n + CHUNK));
  }
  await raise(ctx, surveyId, responses);
  await keepTexts(ctx, surveyId, rows);
  return rows.map(({ id }) => id);
}

/** A response as it lies in the table. */
export type StoredResponse = typeof surveyResponses.$inferSelect;

/** Puts other answers in the place of a response's, inside a write, and the tallies with them; and whether words may be quoted. */
export async function replaceAnswers(
  ctx: Ctx,
  stored: StoredResponse,
  answers: Record<string, KeptAnswer>,
  mayQuote = stored.mayQuote,
): Promise<void> {
  await lower(ctx, stored);
  await ctx.db.update(surveyResponses).set({ answers, mayQuote }).where(eq(surveyResponses.id, stored.id));
  await raise(ctx, stored.surveyId, [{ ...stored, answers }]);
  // What was read and quoted of the words before goes with them.
  await ctx.db.delete(surveyTexts).where(eq(surveyTexts.responseId, stored.id));
  await keepTexts(ctx, stored.surveyId, [{ ...stored, answers }]);
}

/** Deletes a response and lowers the tallies, inside a write. The one place where responses leave the table. */
export async function dropResponse(ctx: Ctx, stored: StoredResponse): Promise<void> {
  await ctx.db.delete(surveyResponses).where(eq(surveyResponses.id, stored.id));
  await lower(ctx, stored);
}

type Count = Tally & Pick<NewResponse, "version" | "channel"> & { count: number };
type Counted = Pick<NewResponse, "version" | "channel" | "answers">;

/** The tallies that responses raise, each once with its number. */
async function countsOf(ctx: Ctx, surveyId: string, responses: readonly Counted[]): Promise<Count[]> {
  const counts = new Map<string, Count>();
  for (const { version, channel, answers } of responses) {
    const { questionnaire } = await getVersion(ctx, surveyId, version);
    for (const tally of talliesOf(questionnaire, answers)) {
      const name = JSON.stringify([version, channel, Object.values(tally)]);
      const found = counts.get(name);
      if (found) found.count += 1;
      else counts.set(name, { ...tally, version, channel, count: 1 });
    }
  }
  return [...counts.values()];
}

async function lower(ctx: Ctx, stored: StoredResponse): Promise<void> {
  const t = surveyTallies;
  for (const { count, ...tally } of await countsOf(ctx, stored.surveyId, [stored])) {
    const here = and(
      eq(t.surveyId, stored.surveyId),
      ...Object.entries(tally).map(([name, value]) => eq(t[name as keyof typeof tally], value)),
    );
    await ctx.db
      .update(t)
      .set({ count: sql`${t.count} - ${count}` })
      .where(here);
    await ctx.db.delete(t).where(and(here, eq(t.count, 0)));
  }
}

async function raise(ctx: Ctx, surveyId: string, responses: readonly Counted[]): Promise<void> {
  const counts = await countsOf(ctx, surveyId, responses);
  const rows = counts.map((count) => ({ surveyId, ...count }));
  const t = surveyTallies;
  for (let n = 0; n < rows.length; n += CHUNK) {
    await ctx.db
      .insert(t)
      .values(rows.slice(n, n + CHUNK))
      .onConflictDoUpdate({
        target: [t.surveyId, t.version, t.byQuestion, t.byAnswer, t.question, t.part, t.answer, t.channel],
        set: { count: sql`${t.count} + excluded.count` },
      });
  }
}
