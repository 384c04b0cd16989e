import { eventAfter } from "~/db/tables/events-notes";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { instantOf } from "~/platform/london";
import { untilForm } from "./after-forms";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";

/** Set; or why not. */
type Set = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed">;

/** Sets until when an event takes notes and feedback. Refuses a moment before its end. */
export async function setAfter(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Set> {
  const parsed = untilForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findEventRow(ctx, { slug: input.slug });
  if (!found || !may.seeNumbers(ctx.actor, found)) return { ok: false, reason: "missing" };
  const until = instantOf(parsed.data.until);
  if (!until || until <= found.endsAt) {
    return { ok: false, reason: "invalid", fields: { until: ["Enter a time after the event has ended"] } };
  }
  return write(ctx, { locks: [`after:${found.id}`] }, async (ctx): Promise<Set> => {
    if (!may.publishHeard(ctx.actor, found)) return { ok: false, reason: "not_allowed" };
    await ctx.db
      .insert(eventAfter)
      .values({ eventId: found.id, openUntil: until })
      .onConflictDoUpdate({ target: eventAfter.eventId, set: { openUntil: until } });
    await audit(ctx, "events.set_telling_time", { kind: "event", id: found.id });
    return { ok: true };
  });
}
