import { randomBytes } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { accounts, signInLinks } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId, readable } from "~/platform/ids.server";
import { withinLimit } from "~/platform/limits.server";
import { tell, tellNobody } from "~/platform/outbox.server";
import { retention } from "~/platform/retention";
import { seal } from "~/platform/sealed.server";
import { hashed, keyed } from "~/platform/secret-links.server";
import { may } from "./may";
import { signInLetter } from "./messages";
import type { Account } from "./read.server";
import { ASKED, type Asked, readAsked, stillGood } from "./read-sign-in.server";
import { CODE_LENGTH, LIMITS, LIVE_LINKS } from "./rules";

/** Who asks: an address, from where, with what the browser carried, and where to go on afterwards. */
export type Asking = { email: string; visitor: string; asked: string; goOn: string | null };

const secret = () => randomBytes(32).toString("base64url");

/**
 * Sends a link and a code to an address, if an account has it. The answer, the work and the time are the
 * same when none has. Returns what the browser must carry for the code to work in it. Refuses an address
 * or a visitor that asks too often.
 */
export async function askToSignIn(
  ctx: Ctx,
  input: Asking,
): Promise<{ ok: true; asked: string } | Refusal<"too_many">> {
  const browser = readAsked(ctx, input.asked)?.browser ?? secret();
  const way = { id: newId(), token: secret(), code: readable(CODE_LENGTH), browser };
  const mail = await signInLetter(ctx, way);

  return write(ctx, { locks: [`sign-in:${keyed(ctx.secret, "email", input.email)}`] }, async (ctx) => {
    if (!may.askToSignIn(ctx.actor)) return { ok: false, reason: "too_many" };
    const allowed =
      (await withinLimit(ctx, LIMITS.askByVisitor, input.visitor)) &&
      (await withinLimit(ctx, LIMITS.askByAddress, input.email));
    if (!allowed) return { ok: false, reason: "too_many" };

    const account = await activeAccount(ctx, input.email);
    await takeBackOlder(ctx, account?.id ?? "");
    await addLink(ctx, way, account?.id ?? null);
    const written = { ...mail, key: `sign-in:${way.id}`, about: { kind: "sign_in", id: way.id } };
    if (account)
      await tell(
        ctx,
        { channel: "email", recipient: account.email, name: account.name, locale: "en" },
        written,
      );
    else await tellNobody(ctx, written);
    const subject = account ? { kind: "account", id: account.id } : { kind: "address", id: "not known" };
    await audit(ctx, "people.asked_to_sign_in", subject);
    const asked: Asked = { browser, email: input.email, at: ctx.now.getTime(), goOn: input.goOn };
    return { ok: true, asked: seal(ctx.secret, ASKED, JSON.stringify(asked)) };
  });
}

async function activeAccount(ctx: Ctx, email: string): Promise<Account | undefined> {
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, email), eq(accounts.state, "active")));
  return account;
}

/** Leaves room for one more way in. */
async function takeBackOlder(ctx: Ctx, accountId: string): Promise<void> {
  const live = await ctx.db
    .select({ id: signInLinks.id })
    .from(signInLinks)
    .where(and(eq(signInLinks.accountId, accountId), eq(signInLinks.purpose, "sign_in"), stillGood(ctx)))
    .orderBy(desc(signInLinks.id));
  const older = live.slice(LIVE_LINKS - 1).map((link) => link.id);
  await ctx.db.update(signInLinks).set({ expiresAt: ctx.now }).where(inArray(signInLinks.id, older));
}

type Way = { id: string; token: string; code: string; browser: string };

async function addLink(ctx: Ctx, way: Way, accountId: string | null): Promise<void> {
  await ctx.db.insert(signInLinks).values({
    id: way.id,
    accountId,
    purpose: "sign_in",
    tokenHash: hashed(way.token),
    codeHash: keyed(ctx.secret, "sign-in-code", way.id, way.code),
    browserHash: hashed(way.browser),
    attempts: 0,
    expiresAt: new Date(ctx.now.getTime() + retention.signInLinkMinutes * 60_000),
    createdAt: ctx.now,
  });
}
