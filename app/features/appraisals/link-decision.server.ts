import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { linkThings, type Thing, unlinkThings } from "~/platform/links.server";
import { refusalOf } from "./may";
import { findDecision } from "./read-decisions.server";

/** What is linked, on which side of the decision, and whether the link is made or taken away. */
export type Linking = { slug: string; thing: Thing; side: "cause" | "effect"; takeAway?: boolean };

/**
 * Says what a decision came of, or what came of it; or takes that back. The route has made sure that the other end is
 * there and public.
 */
export async function linkDecision(
  ctx: Ctx,
  { slug, thing, side, takeAway = false }: Linking,
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  return write(
    ctx,
    { locks: [`decision:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof linkDecision>>> => {
      const decision = (await findDecision(ctx, slug))?.decision ?? null;
      const refused = refusalOf(ctx.actor, decision);
      if (!decision || refused) return { ok: false, reason: refused ?? "missing" };
      const own: Thing = { kind: "decision", id: decision.id };
      const link = side === "cause" ? { cause: thing, effect: own } : { cause: own, effect: thing };
      await (takeAway ? unlinkThings(ctx, link) : linkThings(ctx, link));
      const act = takeAway ? "appraisals.decision_unlinked" : "appraisals.decision_linked";
      await audit(ctx, act, own, { side, kind: thing.kind, id: thing.id });
      return { ok: true };
    },
  );
}
