import { heardPages } from "~/db/tables/events-heard";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { heardForm } from "./after-forms";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { listQuotable } from "./read-heard.server";
import { fieldsOf } from "./register.server";

/** Saved as a draft; or why not. */
type Saved = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed">;

/** Saves what staff write for "what we heard". Nobody else sees it before it is published. */
export async function saveHeard(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Saved> {
  const parsed = heardForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event || !may.seeNumbers(ctx.actor, event)) return { ok: false, reason: "missing" };
  const allowed = new Set((await listQuotable(ctx, event.id)).map((one) => one.source));
  if (parsed.data.quotes.some((source) => !allowed.has(source))) {
    return { ok: false, reason: "invalid", fields: { quotes: ["Choose quotes from the list"] } };
  }
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx): Promise<Saved> => {
    if (!may.publishHeard(ctx.actor, event)) return { ok: false, reason: "not_allowed" };
    const changes = { ...parsed.data, changedAt: ctx.now };
    await ctx.db
      .insert(heardPages)
      .values({ eventId: event.id, version: 0, ...changes })
      .onConflictDoUpdate({ target: heardPages.eventId, set: changes });
    await audit(ctx, "events.heard_saved", { kind: "event", id: event.id });
    return { ok: true };
  });
}
