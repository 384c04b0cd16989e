import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import {
  endAllSessions as endAll,
  endSession as endOne,
  listSessions,
  type SignedIn,
} from "~/platform/session.server";
import { may } from "./may";

/** Signs this browser out; returns the Set-Cookie line that takes its cookie away. Refuses another's session. */
export async function endSession(
  ctx: Ctx,
  session: SignedIn,
): Promise<{ ok: true; cookie: string } | Refusal<"not_allowed">> {
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.endSession(ctx.actor, session.userId)) return { ok: false, reason: "not_allowed" };
    const cookie = await endOne(ctx, session.id);
    await audit(ctx, "people.signed_out", { kind: "account", id: session.userId });
    return { ok: true, cookie };
  });
}

/** Signs one other browser of an account out, by the account's owner or an administrator. */
export async function endSessionOf(
  ctx: Ctx,
  input: { accountId: string; sessionId: string },
): Promise<{ ok: true } | Refusal<"not_allowed" | "over">> {
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.endSession(ctx.actor, input.accountId)) return { ok: false, reason: "not_allowed" };
    const open = await listSessions(ctx, input.accountId);
    if (!open.some((session) => session.id === input.sessionId)) return { ok: false, reason: "over" };
    await endOne(ctx, input.sessionId);
    await audit(ctx, "people.session_ended", { kind: "account", id: input.accountId });
    return { ok: true };
  });
}

/** Signs an account out everywhere; `exceptId` is the browser that may stay. */
export async function endAllSessions(
  ctx: Ctx,
  input: { accountId: string; exceptId?: string },
): Promise<{ ok: true } | Refusal<"not_allowed">> {
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.endSession(ctx.actor, input.accountId)) return { ok: false, reason: "not_allowed" };
    await endAll(ctx, input.accountId, input.exceptId);
    await audit(ctx, "people.sessions_ended", { kind: "account", id: input.accountId });
    return { ok: true };
  });
}
