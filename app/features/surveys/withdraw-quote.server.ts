import { eq, inArray } from "drizzle-orm";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { surveyQuotes, surveyTexts } from "~/db/tables/surveys-words";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findQuote } from "./read-quotes.server";
import { findText } from "./read-words.server";

/**
 * Takes published words back at once, because whoever wrote them or somebody who can be told from them asks for
 * it. All quotes of that response go, their words are forgotten, and nothing of it can be quoted again.
 */
export async function withdrawQuote(
  ctx: Ctx,
  input: { id: string },
): Promise<{ ok: true; slug: string } | Refusal<"missing" | "not_allowed">> {
  const found = await findQuote(ctx, input.id);
  if (!found) return { ok: false, reason: "missing" };
  const { survey } = found;
  return write(ctx, { locks: [`survey-words:${survey.id}`] }, async (ctx) => {
    const quote = (await findQuote(ctx, input.id))?.quote;
    const text = quote && (await findText(ctx, quote.textId));
    if (!may.readWords(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (!quote || !text || quote.state !== "published") return { ok: false, reason: "missing" };
    await quoteNoLonger(ctx, text.text.responseId);
    await audit(ctx, "surveys.quote_withdrawn", { kind: "survey", id: survey.id }, { box: text.box.key });
    return { ok: true, slug: survey.slug };
  });
}

/** Takes back all that was quoted of one response, and its leave to quote more, inside a write. */
export async function quoteNoLonger(ctx: Ctx, responseId: number): Promise<void> {
  const theirs = await ctx.db
    .select({ id: surveyTexts.id })
    .from(surveyTexts)
    .where(eq(surveyTexts.responseId, responseId));
  const ids = theirs.map((one) => one.id);
  await ctx.db
    .update(surveyQuotes)
    .set({ state: "withdrawn", words: "", publishedDay: null })
    .where(inArray(surveyQuotes.textId, ids));
  await ctx.db.update(surveyResponses).set({ mayQuote: false }).where(eq(surveyResponses.id, responseId));
}
