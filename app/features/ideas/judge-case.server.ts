import { and, eq } from "drizzle-orm";
import { ideaReports } from "~/db/tables/ideas-comments";
import { ideaCases } from "~/db/tables/ideas-moderation";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import type { RemovalReason } from "./moderation";
import { judgementForm } from "./moderation-forms";
import type { Subject } from "./open-case.server";
import { putState } from "./put-state.server";
import { type CaseRow, findCaseRow, findSubject } from "./read-cases.server";
import { fieldsOf } from "./schema";
import { tellJudgement } from "./tell-judgement.server";

/** Decided; or why not. `changed`: somebody else has decided meanwhile. `merged`: undo that first. */
export type Judged =
  | { ok: true; state: "shown" | "removed" }
  | Refusal<"invalid" | "missing" | "not_allowed" | "changed" | "merged">;

const byOf = (ctx: Ctx) => (ctx.actor.kind === "account" ? ctx.actor.id : null);

/** Says whether words that wait are shown or removed; the author of what is removed is told why, and how to appeal. */
export async function judgeCase(ctx: Ctx, input: { id: string; typed: unknown }): Promise<Judged> {
  const parsed = judgementForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const judgement = parsed.data;
  const waiting = await findCaseRow(ctx, input.id);
  if (!waiting) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${waiting.case.boardId}`] }, async (ctx): Promise<Judged> => {
    const found = await findCaseRow(ctx, input.id);
    if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    if (!may.judge(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
    if (found.case.state !== "open") return { ok: false, reason: "changed" };
    if (await isMerged(ctx, found.case)) return { ok: false, reason: "merged" };
    const reason = judgement.decision === "remove" ? judgement.reason : null;
    await settle(ctx, found.case, reason);
    return { ok: true, state: reason ? "removed" : "shown" };
  });
}

/** Takes words off that nobody had reported, or shows again what was removed. The author is told. */
export async function judgeAtOnce(ctx: Ctx, input: { subject: Subject; typed: unknown }): Promise<Judged> {
  const parsed = judgementForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const reason = parsed.data.decision === "remove" ? parsed.data.reason : null;
  const seen = await findSubject(ctx, input.subject);
  if (!seen) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${seen.board.id}`] }, async (ctx): Promise<Judged> => {
    const found = await findSubject(ctx, input.subject);
    if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    if (!may.judge(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
    if (reason ? found.state === "removed" : found.state !== "removed") {
      return { ok: false, reason: "changed" };
    }
    if (input.subject.kind === "idea" && found.state === "merged") return { ok: false, reason: "merged" };
    const row = {
      ...{ id: newId(), subjectKind: input.subject.kind, subjectId: input.subject.id },
      ...{ boardId: found.board.id, ideaId: found.ideaId, cause: "staff" as const, flags: [] },
      ...{ isWorrying: false, openedAt: ctx.now, state: "open" as const },
    };
    const open = found.openCase ?? (await ctx.db.insert(ideaCases).values(row).returning())[0];
    if (!open) throw new Error("A case was not opened.");
    await settle(ctx, open, reason);
    return { ok: true, state: reason ? "removed" : "shown" };
  });
}

/** True for an idea that stands in another: it has no state of its own until that is undone. */
async function isMerged(ctx: Ctx, { subjectKind: kind, subjectId: id }: CaseRow): Promise<boolean> {
  return kind === "idea" && (await findSubject(ctx, { kind, id }))?.state === "merged";
}

/** Decides an open case: the words go or come, reports are closed and the author is told. Inside a write. */
async function settle(ctx: Ctx, waiting: CaseRow, reason: RemovalReason | null): Promise<void> {
  const subject: Subject = { kind: waiting.subjectKind, id: waiting.subjectId };
  const by = byOf(ctx);
  await ctx.db
    .update(ideaCases)
    .set({
      ...{ state: reason ? "removed" : "shown", reason, decidedBy: by, decidedAt: ctx.now },
      ...{ seenAt: waiting.seenAt ?? ctx.now, seenBy: waiting.seenBy ?? by },
    })
    .where(eq(ideaCases.id, waiting.id));
  await ctx.db
    .update(ideaReports)
    .set({ isOpen: false })
    .where(and(eq(ideaReports.subjectKind, subject.kind), eq(ideaReports.subjectId, subject.id)));
  await putState(ctx, subject, reason ? "removed" : "live");
  await audit(ctx, reason ? "ideas.removed" : "ideas.let_through", subject, { reason, case: waiting.id });
  // Whoever's words were only reported, and stay, need not hear of it.
  const isNews = reason !== null || waiting.cause !== "report";
  if (isNews)
    await tellJudgement(ctx, subject, { about: reason ? "removed" : "shown", reason, mark: waiting.id });
}
