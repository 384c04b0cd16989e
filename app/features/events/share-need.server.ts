import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findNeed } from "./read-needs.server";
import { fieldsOf } from "./register.server";
import { shareForm } from "./staff-forms";
import { noteNeed } from "./sync-needs.server";

/** Writes down who was told of a need so that it can be provided: a hall, an agency, a cook. Never a name without consent. */
export async function shareNeed(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"missing" | "invalid">> {
  const parsed = shareForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findNeed(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const need = await findNeed(ctx, id);
    if (!need || !may.arrangeNeeds(ctx.actor, need.event)) return { ok: false, reason: "missing" };
    await noteNeed(ctx, id, "shared", { words: parsed.data.shared });
    await audit(ctx, "events.need_shared", { kind: "need", id });
    return { ok: true };
  });
}
