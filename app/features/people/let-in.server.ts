import { and, eq } from "drizzle-orm";
import { accounts, signInLinks } from "~/db/tables/people";
import { isStaff } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { endSession, startSession } from "~/platform/session.server";
import { findActor } from "./read.server";
import { stillGood } from "./read-sign-in.server";

/** The browser that signs in: what it is, and the session it had before, if any. */
export type Visit = { browser: string; replaces: string | null };

/** Somebody who is in: their cookie, whether they work here, and whether the second factor is still to come. */
export type LetIn = {
  ok: true;
  accountId: string;
  cookie: string;
  isStaff: boolean;
  needsSecondFactor: boolean;
};

type How = "link" | "code" | "one_time_code" | "demo";

/**
 * Starts a session under a new token and takes back every other way in that is still open. Inside the
 * write that has proved who it is; null when the account has left.
 */
export async function letIn(ctx: Ctx, accountId: string, visit: Visit, how: How): Promise<LetIn | null> {
  const actor = await findActor(ctx, accountId);
  if (!actor) return null;
  if (visit.replaces) await endSession(ctx, visit.replaces);
  const staff = isStaff(actor);
  const cookie = await startSession(ctx, accountId, {
    browser: visit.browser,
    isStaff: staff,
    secondFactor: how === "demo",
  });
  await ctx.db.update(accounts).set({ lastSignInAt: ctx.now }).where(eq(accounts.id, accountId));
  await ctx.db
    .update(signInLinks)
    .set({ expiresAt: ctx.now })
    .where(and(eq(signInLinks.accountId, accountId), stillGood(ctx)));
  await audit({ ...ctx, actor }, "people.signed_in", { kind: "account", id: accountId }, { how });
  return { ok: true, accountId, cookie, isStaff: staff, needsSecondFactor: staff && how !== "demo" };
}
