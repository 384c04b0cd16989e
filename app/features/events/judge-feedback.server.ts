import { and, eq, inArray } from "drizzle-orm";
import { feedbackForms, feedbackThemes } from "~/db/tables/events-feedback";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { judgedFeedbackForm } from "./after-forms";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";

/**
 * Says that the words of several feedback forms of one event are about a theme, or takes that back. Forms with a
 * flag can have themes too: what may be printed is decided apart from that.
 */
export async function judgeFeedback(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<{ ok: true; done: number } | Refusal<"invalid" | "missing">> {
  const parsed = judgedFeedbackForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event) return { ok: false, reason: "missing" };
  const theme = (await listThemesInUse(ctx)).find((one) => one.slug === form.theme);
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx) => {
    if (!may.judgeNotes(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (!theme) return { ok: false, reason: "invalid", fields: { theme: ["Choose a theme from the list"] } };
    const chosen = await ctx.db
      .select({ id: feedbackForms.id })
      .from(feedbackForms)
      .where(and(eq(feedbackForms.eventId, event.id), inArray(feedbackForms.id, form.forms)));
    const ids = chosen.map((one) => one.id);
    if (form.act === "give" && ids.length > 0) {
      const rows = ids.map((formId) => ({ formId, themeId: theme.id }));
      await ctx.db.insert(feedbackThemes).values(rows).onConflictDoNothing();
    }
    if (form.act === "take") {
      await ctx.db
        .delete(feedbackThemes)
        .where(and(inArray(feedbackThemes.formId, ids), eq(feedbackThemes.themeId, theme.id)));
    }
    // Forms are people: the record says how many, never which.
    const said = { act: form.act, theme: theme.slug, forms: ids.length };
    await audit(ctx, "events.feedback_judged", { kind: "event", id: event.id }, said);
    return { ok: true, done: ids.length };
  });
}
