import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { giveSupport } from "./give-support.server";
import { phoneSupporter } from "./know-supporter.server";
import { may } from "./may";
import { findIdeaWhole } from "./read.server";
import { standingOf } from "./rules";
import { fieldsOf, phoneForm } from "./schema";

/** Put in; `isNew` is false where the same number had supported the idea before, which counts once. */
export type PutIn = { ok: true; isNew: boolean };

/**
 * Puts in the support of somebody who rings, for whoever has no address to open a link in. One number counts once for
 * an idea; it is kept only as an HMAC, and told to nobody.
 */
export async function supportByPhone(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<PutIn | Refusal<"missing" | "not_allowed" | "invalid" | "too_many_points">> {
  const parsed = phoneForm.safeParse(typed);
  const found = await findIdeaWhole(ctx, id);
  if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  if (!may.add(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { phone, points } = parsed.data;
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx) => {
    const seen = await findIdeaWhole(ctx, id);
    if (seen?.idea.state !== "live" || seen.board.support === "none") return { ok: false, reason: "missing" };
    if (standingOf(seen.board, ctx.now) !== "open") return { ok: false, reason: "missing" };
    const given = await giveSupport(ctx, seen, {
      supporter: phoneSupporter(ctx, phone),
      participantId: null,
      points,
      standing: "counted",
      source: null,
    });
    if (!given.ok) {
      return { ...given, fields: { points: ["They have fewer points left on this board"] } };
    }
    if (given.isNew) await audit(ctx, "ideas.supported_by_phone", { kind: "idea", id });
    return { ok: true, isNew: given.isNew };
  });
}
