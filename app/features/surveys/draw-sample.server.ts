import { and, asc, eq, inArray } from "drizzle-orm";
import { surveyTexts } from "~/db/tables/surveys-words";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { shuffled } from "~/platform/pool.server";
import { sampleSize } from "./agreement";
import { may } from "./may";
import { findSurveyRow } from "./read.server";
import { findBox } from "./read-words.server";
import { fieldsOf } from "./schema";
import { sampleForm } from "./word-forms";

/** How many texts are in the sample now. */
type Drawn = { ok: true; sample: number } | Refusal<"invalid" | "missing" | "not_allowed">;

const CHUNK = 500;

/**
 * Draws the texts of a box that a second person reads too, at random: so many in a hundred, twenty at least.
 * Drawn again, it only grows, so that nobody draws until they like what they see.
 */
export async function drawSample(
  ctx: Ctx,
  input: { slug: string; box: string; typed: unknown },
): Promise<Drawn> {
  const parsed = sampleForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findSurveyRow(ctx, { slug: input.slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`survey-words:${found.id}`] }, async (ctx): Promise<Drawn> => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    const box = await findBox(ctx, found.id, input.box);
    if (!survey || !box || !may.read(ctx.actor, survey)) return { ok: false, reason: "missing" };
    if (!may.readWords(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    const texts = await ctx.db
      .select({ id: surveyTexts.id, inSample: surveyTexts.inSample })
      .from(surveyTexts)
      .where(and(eq(surveyTexts.surveyId, survey.id), eq(surveyTexts.box, box.key)))
      .orderBy(asc(surveyTexts.id));
    const drawn = texts.filter((text) => text.inSample).length;
    const wanted = sampleSize(texts.length, parsed.data.inAHundred);
    const rest = shuffled(texts.filter((text) => !text.inSample)).slice(0, Math.max(0, wanted - drawn));
    for (let n = 0; n < rest.length; n += CHUNK) {
      const ids = rest.slice(n, n + CHUNK).map((text) => text.id);
      await ctx.db.update(surveyTexts).set({ inSample: true }).where(inArray(surveyTexts.id, ids));
    }
    const sample = drawn + rest.length;
    await audit(ctx, "surveys.sample_drawn", { kind: "survey", id: survey.id }, { box: box.key, sample });
    return { ok: true, sample };
  });
}
