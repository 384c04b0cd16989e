import { eq } from "drizzle-orm";
import { v4 } from "uuid";
import { surveyQuotes } from "~/db/tables/surveys-words";
import { listPlaceNames } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { flagsIn } from "~/platform/flags";
import { may } from "./may";
import { isCutFrom, tidyQuote } from "./quoting";
import { findText, readerOf } from "./read-words.server";
import { fieldsOf } from "./schema";
import { quoteForm } from "./word-forms";

/** Proposed; or why not. `not_asked`: the person did not allow it. `unread`: nobody has said what it is about. */
type Proposed =
  | { ok: true; id: string; slug: string }
  | Refusal<"invalid" | "missing" | "not_allowed" | "not_asked" | "unread" | "danger">;

/**
 * Proposes words of a response to be published: cut where somebody could be told from them, and never changed.
 * Refuses words that the person did not allow, that hold an address or a number, or that tell of danger.
 * Proposing it again changes it while nobody has published it, and those who had looked look again.
 */
export async function proposeQuote(ctx: Ctx, input: { textId: number; typed: unknown }): Promise<Proposed> {
  const parsed = quoteForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findText(ctx, input.textId);
  if (!found) return { ok: false, reason: "missing" };
  const { survey, box } = found;
  const words = tidyQuote(parsed.data.words);
  const flags = flagsIn(words, await listPlaceNames(ctx));
  const wrong = (text: string): Proposed => ({ ok: false, reason: "invalid", fields: { words: [text] } });
  if (!isCutFrom(found.words, words)) {
    return wrong("Only cut words out, with […] in their place: change none and add none");
  }
  if (flags.includes("contact")) return wrong("Cut the address or number out");
  if (flags.includes("safeguarding") || found.text.danger === "passed_on")
    return { ok: false, reason: "danger" };
  return write(ctx, { locks: [`survey-words:${survey.id}`] }, async (ctx): Promise<Proposed> => {
    const text = await findText(ctx, input.textId);
    const by = readerOf(ctx);
    if (!text || !by || !may.readWords(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (!text.mayQuote) return { ok: false, reason: "not_asked" };
    if (!text.text.isRead) return { ok: false, reason: "unread" };
    if (text.quote && text.quote.state !== "proposed") return { ok: false, reason: "missing" };
    const proposed = { words, state: "proposed" as const, proposedBy: by, checkedBy: [], publishedDay: null };
    const id = text.quote?.id ?? v4();
    if (text.quote) {
      await ctx.db.update(surveyQuotes).set(proposed).where(eq(surveyQuotes.id, id));
    } else {
      const row = { id, surveyId: survey.id, textId: input.textId, ...proposed };
      await ctx.db.insert(surveyQuotes).values(row);
    }
    await audit(ctx, "surveys.quote_proposed", { kind: "survey", id: survey.id }, { box: box.key });
    return { ok: true, id, slug: survey.slug };
  });
}
