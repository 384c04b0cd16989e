import { eq } from "drizzle-orm";
import { heardPages, heardVersions } from "~/db/tables/events-heard";
import { figuresLock, publishFigures } from "~/features/figures/publish-figures.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { tellingAt } from "./after";
import { changesForm } from "./after-forms";
import { feedbackFigures, feedbackSubject } from "./figures.server";
import { indexHeard } from "./index-event.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { findAfter } from "./read-after.server";
import { countFeedback } from "./read-feedback.server";
import { composeDraft, findHeardPage } from "./read-heard.server";
import { fieldsOf } from "./register.server";

/** Its number; or why it was not published. `empty`: nothing was written. `hidden`: the public may not see the event. */
export type PublishedHeard =
  | { ok: true; version: number }
  | Refusal<"invalid" | "missing" | "not_allowed" | "empty" | "hidden">;

/**
 * Publishes "what we heard" as it is now, as a new version; earlier ones stay as they were. Every number
 * about people passes the gate on its way. From the second version on it says what changed.
 */
export async function publishHeard(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<PublishedHeard> {
  const parsed = changesForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { changes } = parsed.data;
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event || !may.seeNumbers(ctx.actor, event)) return { ok: false, reason: "missing" };
  const locks = [`after:${event.id}`, figuresLock(feedbackSubject(event.id))];
  return write(ctx, { locks }, async (ctx): Promise<PublishedHeard> => {
    if (!may.publishHeard(ctx.actor, event)) return { ok: false, reason: "not_allowed" };
    if (event.state !== "published" || event.audience !== "everyone") return { ok: false, reason: "hidden" };
    const page = await findHeardPage(ctx, event.id);
    if (!page || event.endsAt > ctx.now) return { ok: false, reason: "empty" };
    if (page.version > 0 && changes === "") {
      return {
        ok: false,
        reason: "invalid",
        fields: { changes: ["Say what changed since the last version"] },
      };
    }
    const { until } = await findAfter(ctx, event);
    if (tellingAt(event, until, ctx.now) === "closed") {
      await publishFigures(ctx, feedbackFigures(event, await countFeedback(ctx, event.id), ctx.now));
    }
    const content = await composeDraft(ctx, event);
    if (!content) return { ok: false, reason: "empty" };
    const version = page.version + 1;
    await ctx.db.insert(heardVersions).values({
      eventId: event.id,
      version,
      content,
      changes: version > 1 ? changes : null,
      publishedAt: ctx.now,
    });
    await ctx.db
      .update(heardPages)
      .set({ version, publishedAt: ctx.now })
      .where(eq(heardPages.eventId, event.id));
    await indexHeard(ctx, event.id);
    await audit(ctx, "events.heard_published", { kind: "event", id: event.id }, { version });
    return { ok: true, version };
  });
}
