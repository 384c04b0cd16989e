import type { LetIn, Visit } from "~/features/people/let-in.server";
import { ASKED_COOKIE, type Asked, readAsked } from "~/features/people/read-sign-in.server";
import { browserName } from "~/features/people/rules";
import type { Ctx } from "~/platform/context.server";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { retention } from "~/platform/retention";
import { type SignedIn, sessionOf } from "~/platform/session.server";
import { safePath, safeRedirect } from "./safe-redirect";

/** The browser that signs in, and the session that its new one takes the place of. */
export async function visitOf(request: Request): Promise<Visit> {
  const session = await sessionOf(request);
  return { browser: browserName(request.headers.get("user-agent")), replaces: session?.id ?? null };
}

/** The sealed note that a browser carries once it has asked to sign in; "" when it has none. */
export function askedNote(ctx: Ctx, request: Request): string {
  return cookieIn(request, ctx.origin, ASKED_COOKIE);
}

/** What the browser asked a moment ago, or null when it did not, or too long ago. */
export function askedLately(ctx: Ctx, request: Request): Asked | null {
  const asked = readAsked(ctx, askedNote(ctx, request));
  const over = retention.signInLinkMinutes * 60_000;
  return asked && ctx.now.getTime() - asked.at < over ? asked : null;
}

/** The Set-Cookie line that keeps the note for as long as its link works, or takes it away. */
export function keepAsked(ctx: Ctx, note: string): string {
  return cookieLine(ctx.origin, ASKED_COOKIE, note, note ? retention.signInLinkMinutes * 60 : 0);
}

/** Where someone goes who is in: to the second step if it is needed, else on to what they wanted. */
export function afterSignIn(signed: LetIn, goOn: string | null | undefined): string {
  const wanted = safePath(goOn, signed.isStaff ? "/manage" : "/account");
  if (!signed.needsSecondFactor) return wanted;
  return `/sign-in/second-factor?then=${encodeURIComponent(wanted)}`;
}

/** The session of someone whom a guard has let in. */
export async function getSession(request: Request): Promise<SignedIn> {
  const session = await sessionOf(request);
  if (!session) throw safeRedirect("/sign-in");
  return session;
}
