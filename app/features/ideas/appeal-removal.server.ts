import { and, desc, eq } from "drizzle-orm";
import { ideaCases } from "~/db/tables/ideas-moderation";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { appealForm, appealJudgementForm } from "./moderation-forms";
import { putState } from "./put-state.server";
import { findCaseRow, findOwnWords } from "./read-cases.server";
import { fieldsOf } from "./schema";
import { tellJudgement } from "./tell-judgement.server";

/** Asked to look again; or why not. `used`: it was asked before, and that is once. */
export type Appealed = { ok: true } | Refusal<"invalid" | "missing" | "used">;

/** Asks for a removal to be looked at again, by whoever has the author's own link. Once; somebody else decides. */
export async function appealRemoval(ctx: Ctx, input: { link: string; typed: unknown }): Promise<Appealed> {
  const parsed = appealForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { appeal } = parsed.data;
  const own = await findOwnWords(ctx, input.link);
  if (!own) return { ok: false, reason: "missing" };
  const { subject, board } = own;
  return write(ctx, { locks: [`ideas:${board.id}`] }, async (ctx): Promise<Appealed> => {
    if (!may.appeal(ctx.actor)) return { ok: false, reason: "missing" };
    const [removal] = await ctx.db
      .select()
      .from(ideaCases)
      .where(and(eq(ideaCases.subjectKind, subject.kind), eq(ideaCases.subjectId, subject.id)))
      .orderBy(desc(ideaCases.openedAt), desc(ideaCases.id))
      .limit(1);
    if (removal?.state !== "removed") return { ok: false, reason: "missing" };
    if (removal.appealState) return { ok: false, reason: "used" };
    await ctx.db
      .update(ideaCases)
      .set({ appeal, appealedAt: ctx.now, appealState: "waiting" })
      .where(eq(ideaCases.id, removal.id));
    await audit(ctx, "ideas.appealed", subject, { case: removal.id });
    return { ok: true };
  });
}

/** Decided; or why not. `own_removal`: whoever removed it does not judge that. */
export type AppealJudged =
  | { ok: true; state: "kept" | "granted" }
  | Refusal<"invalid" | "missing" | "not_allowed" | "own_removal" | "changed">;

/** Decides whether a removal stands. Never the person who removed it. The author is told. */
export async function appealJudged(ctx: Ctx, input: { id: string; typed: unknown }): Promise<AppealJudged> {
  const parsed = appealJudgementForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { decision } = parsed.data;
  const waiting = await findCaseRow(ctx, input.id);
  if (!waiting) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${waiting.case.boardId}`] }, async (ctx): Promise<AppealJudged> => {
    const found = await findCaseRow(ctx, input.id);
    if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    if (!may.judge(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
    if (!may.judgeAppeal(ctx.actor, found.board, found.case.decidedBy)) {
      return { ok: false, reason: "own_removal" };
    }
    if (found.case.appealState !== "waiting") return { ok: false, reason: "changed" };
    const appealBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .update(ideaCases)
      .set({ appealState: decision, appealBy, appealDecidedAt: ctx.now })
      .where(eq(ideaCases.id, input.id));
    const subject = { kind: found.case.subjectKind, id: found.case.subjectId };
    if (decision === "granted") await putState(ctx, subject, "live");
    await audit(ctx, "ideas.appeal_decided", subject, { decision, case: input.id });
    await tellJudgement(ctx, subject, {
      about: `appeal_${decision}`,
      reason: null,
      mark: `${input.id}:appeal`,
    });
    return { ok: true, state: decision };
  });
}
