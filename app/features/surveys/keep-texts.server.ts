import type { surveyResponses } from "~/db/tables/surveys-responses";
import { surveyTexts } from "~/db/tables/surveys-words";
import { listPlaceNames } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { flagsIn } from "~/platform/flags";
import { randomId } from "~/platform/pool.server";
import { getVersion } from "./read.server";
import { boxesOf, type WordBox, wordsOf } from "./words";

type Stored = Pick<typeof surveyResponses.$inferInsert, "id" | "version" | "answers">;

const CHUNK = 200;

/** Notes which of these new responses have words of their own, and what somebody should look at, inside a write. */
export async function keepTexts(ctx: Ctx, surveyId: string, responses: readonly Stored[]): Promise<void> {
  const boxes = new Map<number, WordBox[]>();
  for (const version of new Set(responses.map((response) => response.version))) {
    boxes.set(version, boxesOf((await getVersion(ctx, surveyId, version)).questionnaire));
  }
  const written = responses.flatMap(({ id, version, answers }) =>
    (boxes.get(version) ?? []).map((box) => ({
      responseId: Number(id),
      box: box.key,
      words: wordsOf(box, answers),
    })),
  );
  const texts = written.filter(({ words }) => words !== "");
  if (texts.length === 0) return;
  const known = await listPlaceNames(ctx);
  const rows = texts.map(({ responseId, box, words }) => {
    const flags = flagsIn(words, known);
    const danger = flags.includes("safeguarding") ? ("waiting" as const) : ("none" as const);
    return { id: randomId(), surveyId, responseId, box, flags, danger, isRead: false, inSample: false };
  });
  for (let n = 0; n < rows.length; n += CHUNK) {
    await ctx.db.insert(surveyTexts).values(rows.slice(n, n + CHUNK));
  }
}
