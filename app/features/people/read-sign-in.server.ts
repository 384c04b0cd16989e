import { and, eq, gt, isNull } from "drizzle-orm";
import { signInLinks } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { unseal } from "~/platform/sealed.server";
import { hashed } from "~/platform/secret-links.server";

/** What a browser that asked to sign in carries, sealed: its own secret, the address, when, and where to go on. */
export type Asked = { browser: string; email: string; at: number; goOn: string | null };

/** Name of the cookie that carries it, before any prefix. */
export const ASKED_COOKIE = "rh_asked";

/** Purpose under which it is sealed. */
export const ASKED = "asked-to-sign-in";

/** What the browser's sealed note says, or null when there is none of ours. */
export function readAsked(ctx: Ctx, sealed: string): Asked | null {
  const text = sealed ? unseal(ctx.secret, ASKED, sealed) : null;
  return text ? (JSON.parse(text) as Asked) : null;
}

/** Still good for getting in: not used and not over. */
export const stillGood = (ctx: Ctx) => and(isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, ctx.now));

/** True when the link of this token can still let someone in. Uses nothing up. */
export async function isLinkGood(ctx: Ctx, token: string): Promise<boolean> {
  const [link] = await ctx.db
    .select({ id: signInLinks.id })
    .from(signInLinks)
    .where(and(eq(signInLinks.tokenHash, hashed(token)), eq(signInLinks.purpose, "sign_in"), stillGood(ctx)));
  return link !== undefined;
}
