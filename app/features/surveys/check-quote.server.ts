import { eq } from "drizzle-orm";
import { surveyQuotes } from "~/db/tables/surveys-words";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { checksNeeded } from "./quoting";
import { findQuote } from "./read-quotes.server";
import { findText, readerOf } from "./read-words.server";
import { fieldsOf } from "./schema";
import { checkForm } from "./word-forms";

/** What became of it; or why not. `own`: who proposed it or read the text first can't be the one who looks. */
type Checked =
  | { ok: true; slug: string; became: "published" | "checked" | "returned" }
  | Refusal<"invalid" | "missing" | "not_allowed" | "own">;

/**
 * Another person looks at a proposed quote: publishes it, or gives it back and it is gone. Where all who
 * answered live in one neighbourhood, two others look. Refuses who proposed it and who read the text first.
 */
export async function checkQuote(ctx: Ctx, input: { id: string; typed: unknown }): Promise<Checked> {
  const parsed = checkForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findQuote(ctx, input.id);
  if (!found) return { ok: false, reason: "missing" };
  const { survey } = found;
  return write(ctx, { locks: [`survey-words:${survey.id}`] }, async (ctx): Promise<Checked> => {
    const quote = (await findQuote(ctx, input.id))?.quote;
    const text = quote && (await findText(ctx, quote.textId));
    const by = readerOf(ctx);
    if (!by || !may.readWords(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (!quote || !text?.mayQuote || quote.state !== "proposed") return { ok: false, reason: "missing" };
    const about = { kind: "survey", id: survey.id };
    const said = { box: text.box.key };
    if (parsed.data.act === "return") {
      await ctx.db.delete(surveyQuotes).where(eq(surveyQuotes.id, quote.id));
      await audit(ctx, "surveys.quote_returned", about, said);
      return { ok: true, slug: survey.slug, became: "returned" };
    }
    const first = text.readings.find((one) => one.part === "first");
    if ([quote.proposedBy, first?.reader, ...quote.checkedBy].includes(by)) {
      return { ok: false, reason: "own" };
    }
    const checkedBy = [...quote.checkedBy, by];
    const isEnough = checkedBy.length >= checksNeeded(survey);
    const now = isEnough ? { state: "published" as const, publishedDay: dayOf(ctx.now) } : {};
    await ctx.db
      .update(surveyQuotes)
      .set({ checkedBy, ...now })
      .where(eq(surveyQuotes.id, quote.id));
    await audit(ctx, isEnough ? "surveys.quote_published" : "surveys.quote_checked", about, said);
    return { ok: true, slug: survey.slug, became: isEnough ? "published" : "checked" };
  });
}
