import { randomBytes } from "node:crypto";
import type { Ctx } from "~/platform/context.server";
import { cookieIn } from "~/platform/cookies.server";
import { dayOf } from "~/platform/london";
import { seal, unseal } from "~/platform/sealed.server";
import { keyed } from "~/platform/secret-links.server";

/** The cookie in which a browser carries a token of its own: it tells nothing but that it is the same browser. */
export const DEVICE_COOKIE = "supporter";
/** The cookie of a browser in which somebody has opened a link that we mailed to them. */
export const PERSON_COOKIE = "supporter-known";
/** So long a browser carries them. */
export const SUPPORTER_SECONDS = 365 * 86_400;

/** Who is asking: the token that their browser brought, whether it is new, and the address that they have proved. */
export type Visitor = { token: string; isNew: boolean; person: string | null; source: string | null };

/**
 * Knows a visitor by the cookies of their browser. One without a cookie gets a token made from the form that it
 * sent, so that pressing a button fifty times at once is still one browser.
 */
export function knowVisitor(
  ctx: Ctx,
  from: { token: string; known: string; submissionId: string; address: string; browser: string },
): Visitor {
  const isOurs = /^[\w-]{22,64}$/.test(from.token);
  const first = from.submissionId
    ? keyed(ctx.secret, "first-token", from.submissionId.slice(0, 100), from.address, from.browser)
    : randomBytes(24).toString("base64url");
  return {
    token: isOurs ? from.token : first,
    isNew: !isOurs,
    person: from.known ? unseal(ctx.secret, PERSON_COOKIE, from.known) : null,
    source: from.address ? keyed(ctx.secret, "support-source", from.address, dayOf(ctx.now)) : null,
  };
}

/** The same, of a request. `submissionId`: that of the form, when it is one. */
export function visitorIn(ctx: Ctx, request: Request, address: string, submissionId = ""): Visitor {
  return knowVisitor(ctx, {
    token: cookieIn(request, ctx.origin, DEVICE_COOKIE),
    known: cookieIn(request, ctx.origin, PERSON_COOKIE),
    browser: request.headers.get("User-Agent") ?? "",
    submissionId,
    address,
  });
}

/** What supporters are told apart by on boards without links. */
export const deviceSupporter = (ctx: Ctx, token: string): string =>
  keyed(ctx.secret, "supporter", "device", token);

/** And on boards where people open a link: the same address is the same person in every browser. */
export const personSupporter = (ctx: Ctx, email: string): string =>
  keyed(ctx.secret, "supporter", "person", email.trim().toLowerCase());

/** And where staff put it in for somebody who rings: one number, however it is written. */
export const phoneSupporter = (ctx: Ctx, phone: string): string =>
  keyed(ctx.secret, "supporter", "phone", phone.replace(/\D/g, "").slice(-10));

/** The value of the cookie by which a browser is known to be that person's. */
export const sealedPerson = (ctx: Ctx, supporter: string): string =>
  seal(ctx.secret, PERSON_COOKIE, supporter);

/** Who supports on this board, or null where a link has to be opened first. */
export function supporterOn(ctx: Ctx, board: { asksLink: boolean }, visitor: Visitor): string | null {
  return board.asksLink ? visitor.person : deviceSupporter(ctx, visitor.token);
}
