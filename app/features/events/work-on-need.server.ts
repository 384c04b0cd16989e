import type { Ctx, Refusal } from "~/platform/context.server";
import { arrangeNeed } from "./arrange-need.server";
import { ownNeed } from "./own-need.server";
import { findNeed } from "./read-needs.server";
import { recordNeedOutcomes } from "./record-need-outcomes.server";
import { reopenNeed } from "./reopen-need.server";
import { shareNeed } from "./share-need.server";

type Typed = Record<string, unknown>;
type Worked = { ok: true; told: boolean } | Refusal<"missing" | "invalid" | "over">;

/** What staff pressed on the page of a need: hands it to the verb of that act. Unknown acts answer like missing needs. */
export async function workOnNeed(
  ctx: Ctx,
  { id, act, typed }: { id: string; act: string; typed: Typed },
): Promise<Worked> {
  const me = ctx.actor.kind === "account" ? ctx.actor.id : null;
  if (act === "take") return quietly(await ownNeed(ctx, { id, ownerId: me }));
  if (act === "let_go") return quietly(await ownNeed(ctx, { id, ownerId: null }));
  if (act === "give") return quietly(await ownNeed(ctx, { id, ownerId: String(typed.owner ?? "") }));
  if (act === "share") return quietly(await shareNeed(ctx, { id, typed }));
  if (act === "reopen") return quietly(await reopenNeed(ctx, { id }));
  if (act === "arrange") {
    const arranged = await arrangeNeed(ctx, { id, typed });
    return arranged.ok ? { ok: true, told: true } : arranged;
  }
  return act === "refuse" ? refuse(ctx, id, String(typed.reason ?? "")) : { ok: false, reason: "missing" };
}

type Quiet = { ok: true } | Refusal<"missing" | "invalid" | "over" | "no_colleague">;

function quietly(result: Quiet): Worked {
  if (result.ok) return { ok: true, told: false };
  const { reason, fields } = result;
  if (reason !== "no_colleague") return { ok: false, reason, fields };
  return { ok: false, reason: "invalid", fields: { owner: ["Choose a colleague who works on this event"] } };
}

/** It can't be done, and the person is told while there is time. */
async function refuse(ctx: Ctx, id: string, reason: string): Promise<Worked> {
  const need = await findNeed(ctx, id);
  if (!need) return { ok: false, reason: "missing" };
  const typed = { outcomes: [{ id, outcome: "not_met", reason }] };
  const recorded = await recordNeedOutcomes(ctx, { slug: need.event.slug, typed });
  if (recorded.ok) return { ok: true, told: recorded.told > 0 };
  if (recorded.reason !== "invalid") return { ok: false, reason: "missing" };
  return {
    ok: false,
    reason: "invalid",
    fields: { reason: ["Say why, in words that the person will read"] },
  };
}
