import { sql } from "drizzle-orm";
import { surveyResponses, surveyTallies } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import { randomId } from "~/platform/pool.server";
import { getVersion } from "./read.server";
import { type Tally, talliesOf } from "./tallies";

/** A response on its way into the table. */
export type NewResponse = Omit<typeof surveyResponses.$inferInsert, "id" | "surveyId">;

const CHUNK = 200;

/**
 * Stores responses and raises the tallies, inside a write. The one place where responses come into the table,
 * whatever their channel: what else has to be kept in step with them belongs here.
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
  return rows.map(({ id }) => id);
}

type Count = Tally & Pick<NewResponse, "version" | "channel"> & { count: number };

async function raise(ctx: Ctx, surveyId: string, responses: readonly NewResponse[]) {
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
  const rows = [...counts.values()].map((count) => ({ surveyId, ...count }));
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
