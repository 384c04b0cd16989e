import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findIdeaWhole } from "./read.server";
import { REMOVALS, type Removal } from "./rules";
import { setIdeaState } from "./set-idea-state.server";

type Judged = { ok: true } | Refusal<"missing" | "not_allowed" | "merged" | "invalid">;

/** Takes an idea off every page, list, count and search at once, with a reason from the list. */
export async function removeIdea(ctx: Ctx, input: { id: string; reason: Removal }): Promise<Judged> {
  if (!REMOVALS.includes(input.reason)) {
    return { ok: false, reason: "invalid", fields: { reason: ["Choose a reason"] } };
  }
  return judge(ctx, input.id, "removed", input.reason);
}

/** Puts an idea that was taken out back onto its board, with all its support. */
export async function restoreIdea(ctx: Ctx, { id }: { id: string }): Promise<Judged> {
  return judge(ctx, id, "live", null);
}

async function judge(
  ctx: Ctx,
  id: string,
  state: "live" | "removed",
  reason: Removal | null,
): Promise<Judged> {
  const found = await findIdeaWhole(ctx, id);
  if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  if (!may.judge(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx): Promise<Judged> => {
    const now = await findIdeaWhole(ctx, id);
    if (!now || now.idea.state === "merged") return { ok: false, reason: "merged" };
    await setIdeaState(ctx, id, state);
    const act = state === "removed" ? "ideas.removed" : "ideas.restored";
    await audit(ctx, act, { kind: "idea", id }, { reason });
    return { ok: true };
  });
}
