import { type Ctx, type Refusal, write } from "~/platform/context.server";
import type { Typed } from "~/ui/typed";
import { refusalNow } from "./may";
import { putGiven } from "./put-scores.server";
import { findAppraisalRow, listCriteria, listOptions } from "./read.server";
import { findGiven, nextSheet, paperKey } from "./read-scores.server";
import { STAFF_PROBLEMS, scoresIn } from "./scores-form";

/**
 * Takes in a sheet of paper as staff type it, and says which number to write on it; or, with a number, corrects the
 * sheet that has it. Refuses both once scoring has closed.
 *
 * Daily totals: as with scores from phones, no moment may lead to a sheet.
 */
export async function typeScores(
  ctx: Ctx,
  { slug, sheet, typed }: { slug: string; sheet: number | null; typed: Typed },
): Promise<{ ok: true; sheet: number } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof typeScores>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["scoring"], "type");
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const { id } = appraisal;
      const options = await listOptions(ctx, id);
      const criteria = await listCriteria(ctx, id);
      const read = scoresIn(typed, { options, criteria }, STAFF_PROBLEMS);
      if (!read.ok) return { ok: false, reason: "invalid", fields: read.fields };
      const number = sheet ?? (await nextSheet(ctx, id));
      const key = paperKey(ctx, id, number);
      if (sheet && !(await findGiven(ctx, key))) return { ok: false, reason: "missing" };
      await putGiven(ctx, id, key, read.given);
      return { ok: true, sheet: number };
    },
  );
}
