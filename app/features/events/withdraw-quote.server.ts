import { and, eq } from "drizzle-orm";
import { feedbackForms } from "~/db/tables/events-feedback";
import type { HeardContent } from "~/db/tables/events-heard";
import { heardPages, heardVersions } from "~/db/tables/events-heard";
import { eventNotes } from "~/db/tables/events-notes";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexHeard } from "./index-event.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { findHeardPage } from "./read-heard.server";

/**
 * Somebody takes back that we may print their words: the quote goes from the draft and from every
 * published version, and can't be chosen again.
 */
export async function withdrawQuote(
  ctx: Ctx,
  input: { slug: string; source: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event || !may.seeNumbers(ctx.actor, event)) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx) => {
    if (!may.publishHeard(ctx.actor, event)) return { ok: false, reason: "not_allowed" };
    const page = await findHeardPage(ctx, event.id);
    if (!page?.quotes.includes(input.source)) return { ok: false, reason: "missing" };
    await ctx.db
      .update(heardPages)
      .set({ quotes: page.quotes.filter((one) => one !== input.source) })
      .where(eq(heardPages.eventId, event.id));
    const versions = await ctx.db.select().from(heardVersions).where(eq(heardVersions.eventId, event.id));
    for (const { version, content } of versions) {
      await ctx.db
        .update(heardVersions)
        .set({ content: without(content, input.source) })
        .where(and(eq(heardVersions.eventId, event.id), eq(heardVersions.version, version)));
    }
    const [kind, id = ""] = input.source.split(":");
    if (kind === "note")
      await ctx.db.update(eventNotes).set({ mayPrint: false }).where(eq(eventNotes.id, id));
    else await ctx.db.update(feedbackForms).set({ mayPrint: false }).where(eq(feedbackForms.id, id));
    if (page.version > 0) await indexHeard(ctx, event.id);
    await audit(ctx, "events.quote_withdrawn", { kind: "event", id: event.id });
    return { ok: true };
  });
}

function without(content: HeardContent, source: string): HeardContent {
  const keep = (quotes: HeardContent["otherQuotes"]) => quotes.filter((one) => one.source !== source);
  return {
    ...content,
    themes: content.themes.map((theme) => ({ ...theme, quotes: keep(theme.quotes) })),
    otherQuotes: keep(content.otherQuotes),
  };
}
