import { and, eq, isNull } from "drizzle-orm";
import { signInLinks } from "~/db/tables/people";
import { holds } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { asSystem, type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId, readable } from "~/platform/ids.server";
import { keyed } from "~/platform/secret-links.server";
import { createAccount } from "./create-account.server";
import { giveRole } from "./give-role.server";
import { may } from "./may";
import { findAccountByEmail, findActor } from "./read.server";
import { reinstate } from "./reinstate.server";
import { grouped, ONE_TIME_CODE_HOURS, ONE_TIME_CODE_LENGTH } from "./rules";
import { accountForm } from "./schema";

/** What is kept of a one-time code (without its hyphens). */
export function oneTimeHash(ctx: Ctx, code: string): string {
  return keyed(ctx.secret, "one-time-code", code);
}

/**
 * A code that lets an administrator in once within 24 hours, in place of mail and second factor; makes the
 * account and its role when they are missing, and ends the codes made before. Refuses anyone but whoever
 * runs commands on the machine.
 */
export async function makeOneTimeCode(
  ctx: Ctx,
  input: { name: string; email: string },
): Promise<{ ok: true; code: string; isNew: boolean } | Refusal<"not_allowed">> {
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    if (!may.makeOneTimeCode(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const before = await findAccountByEmail(ctx, input.email);
    const accountId = before?.id ?? (await newAccount(ctx, input));
    if (before?.state === "left") await reinstate(ctx, accountId);
    const actor = await findActor(ctx, accountId);
    if (!actor || !holds(actor, ["admin"])) {
      await giveRole(ctx, { accountId, role: "admin", scopeKind: "borough", scopeId: null });
    }
    const code = readable(ONE_TIME_CODE_LENGTH);
    await replaceCode(ctx, accountId, oneTimeHash(ctx, code));
    await audit(ctx, "people.one_time_code_made", { kind: "account", id: accountId });
    return { ok: true, code: grouped(code, "-"), isNew: before === null };
  });
}

async function newAccount(ctx: Ctx, { name, email }: { name: string; email: string }): Promise<string> {
  const made = await createAccount(ctx, { name, email, invite: false });
  if (!made.ok) throw new Error(`The account could not be made: ${made.reason}.`);
  return made.id;
}

async function replaceCode(ctx: Ctx, accountId: string, hash: string): Promise<void> {
  const earlier = and(
    eq(signInLinks.accountId, accountId),
    eq(signInLinks.purpose, "one_time_code"),
    isNull(signInLinks.usedAt),
  );
  await ctx.db.update(signInLinks).set({ expiresAt: ctx.now }).where(earlier);
  await ctx.db.insert(signInLinks).values({
    id: newId(),
    accountId,
    purpose: "one_time_code",
    tokenHash: hash,
    codeHash: hash,
    browserHash: null,
    attempts: 0,
    expiresAt: new Date(ctx.now.getTime() + ONE_TIME_CODE_HOURS * 3_600_000),
    createdAt: ctx.now,
  });
}

/** What a command answers: text to print, and whether it did what was asked. */
export type Said = { ok: boolean; text: string };

/** The command `npm run admin -- <email> [name]`: makes a one-time code and says what to do with it. */
export async function admin(ctx: Ctx, args: readonly string[]): Promise<Said> {
  const [email = "", ...words] = args;
  const typed = accountForm.safeParse({ email, name: words.join(" ") || email.split("@")[0] });
  if (!typed.success) {
    return { ok: false, text: 'Say whose email address: npm run admin -- name@example.org "Their Name"' };
  }
  const made = await makeOneTimeCode(asSystem(ctx, "admin command"), typed.data);
  if (!made.ok) return { ok: false, text: "No code was made." };
  const lines = [
    made.isNew ? `Made an account and administrator for ${typed.data.email}.` : null,
    `One-time code, good once within ${ONE_TIME_CODE_HOURS} hours:`,
    "",
    `    ${made.code}`,
    "",
    `Enter it at ${ctx.origin}/sign-in/one-time-code and set up the second step there.`,
  ];
  return { ok: true, text: lines.filter((line) => line !== null).join("\n") };
}
