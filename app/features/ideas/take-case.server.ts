import { eq } from "drizzle-orm";
import { ideaCases } from "~/db/tables/ideas-moderation";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findCaseRow } from "./read-cases.server";

/** Says that somebody is looking at a case now, so that nobody else is asked. The first who says so is noted. */
export async function takeCase(
  ctx: Ctx,
  input: { id: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  return write(ctx, { locks: [`idea-case:${input.id}`] }, async (ctx) => {
    const found = await findCaseRow(ctx, input.id);
    if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    if (!may.judge(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
    if (found.case.seenAt) return { ok: true };
    const seenBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db.update(ideaCases).set({ seenAt: ctx.now, seenBy }).where(eq(ideaCases.id, input.id));
    await audit(ctx, "ideas.case_taken", { kind: "idea_case", id: input.id });
    return { ok: true };
  });
}
