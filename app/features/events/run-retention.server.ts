import { asSystem, type Ctx, type Refusal } from "~/platform/context.server";
import { type Forgotten, forgetNeeds } from "./forget-needs.server";
import { may } from "./may";

/** Somebody who answers for people's data has what is due deleted now instead of within the hour. */
export async function runRetention(ctx: Ctx): Promise<Forgotten | Refusal<"not_allowed">> {
  if (ctx.actor.kind !== "account" || !may.runRetention(ctx.actor))
    return { ok: false, reason: "not_allowed" };
  return forgetNeeds(asSystem(ctx, "retention"), ctx.actor.id);
}
