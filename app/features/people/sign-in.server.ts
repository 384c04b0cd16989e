import { timingSafeEqual } from "node:crypto";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { signInLinks } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import { hashed, keyed } from "~/platform/secret-links.server";
import { type LetIn, letIn, type Visit } from "./let-in.server";
import { may } from "./may";
import { readAsked, stillGood } from "./read-sign-in.server";
import { CODE_ATTEMPTS, foldCode, LIMITS } from "./rules";

/** Signs in by the link's token, once, in whichever browser it was opened. Refuses what is used or over. */
export async function signInByLink(
  ctx: Ctx,
  input: { token: string; visit: Visit },
): Promise<LetIn | Refusal<"over">> {
  const over = { ok: false, reason: "over" } as const;
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.signIn(ctx.actor)) return over;
    const [link] = await ctx.db
      .update(signInLinks)
      .set({ usedAt: ctx.now })
      .where(
        and(
          eq(signInLinks.tokenHash, hashed(input.token)),
          eq(signInLinks.purpose, "sign_in"),
          stillGood(ctx),
        ),
      )
      .returning();
    if (!link?.accountId) return over;
    return (await letIn(ctx, link.accountId, input.visit, "link")) ?? over;
  });
}

/** A code as typed, what the browser carried since it asked, and the visitor for limits. */
export type EnteredCode = { code: string; asked: string; visitor: string; visit: Visit };

/** Why a code did not let someone in. */
export type CodeRefused = Refusal<"wrong" | "over" | "too_many"> & { triesLeft?: number };

/**
 * Signs in by the code of the mail, in the browser that asked and no other. Five wrong codes and only the
 * link still works; an address without an account answers the same.
 */
export async function signInByCode(ctx: Ctx, input: EnteredCode): Promise<LetIn | CodeRefused> {
  const asked = readAsked(ctx, input.asked);
  if (!asked) return { ok: false, reason: "over" };
  // A wrong code must stay counted, so the write succeeds and carries the refusal out.
  const done = await write(ctx, { locks: [`sign-in-browser:${hashed(asked.browser)}`] }, async (ctx) => ({
    ok: true as const,
    answer: await enterCode(ctx, input, hashed(asked.browser)),
  }));
  return done.answer;
}

async function enterCode(ctx: Ctx, input: EnteredCode, browserHash: string): Promise<LetIn | CodeRefused> {
  const allowed = await withinLimit(ctx, LIMITS.enterByVisitor, input.visitor);
  if (!allowed || !may.signIn(ctx.actor)) return { ok: false, reason: "too_many" };
  const links = await ctx.db
    .select()
    .from(signInLinks)
    .where(
      and(
        eq(signInLinks.browserHash, browserHash),
        eq(signInLinks.purpose, "sign_in"),
        lt(signInLinks.attempts, CODE_ATTEMPTS),
        stillGood(ctx),
      ),
    );
  if (links.length === 0) return { ok: false, reason: "over" };
  const match = links.find((link) => isCodeOf(ctx, link, input.code));
  const letInNow = match?.accountId ? await letIn(ctx, match.accountId, input.visit, "code") : null;
  return letInNow ?? countWrong(ctx, links);
}

type Link = typeof signInLinks.$inferSelect;

function isCodeOf(ctx: Ctx, link: Link, typed: string): boolean {
  const expected = Buffer.from(link.codeHash);
  const given = Buffer.from(keyed(ctx.secret, "sign-in-code", link.id, foldCode(typed)));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function countWrong(ctx: Ctx, links: readonly Link[]): Promise<CodeRefused> {
  const ids = links.map((link) => link.id);
  await ctx.db
    .update(signInLinks)
    .set({ attempts: sql`${signInLinks.attempts} + 1` })
    .where(inArray(signInLinks.id, ids));
  await audit(ctx, "people.wrong_code", { kind: "sign_in", id: ids[0] ?? "" });
  const triesLeft = Math.max(...links.map((link) => CODE_ATTEMPTS - link.attempts - 1));
  return triesLeft > 0 ? { ok: false, reason: "wrong", triesLeft } : { ok: false, reason: "over" };
}
