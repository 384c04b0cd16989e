import type { AppLoadContext } from "@remix-run/node";
import { findStep } from "~/features/surveys/read-step.server";
import { COOKIE_HOURS, cookieOf, readCode } from "~/features/surveys/rules";
import type { Ctx } from "~/platform/context.server";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { inLocale, type Locale } from "~/platform/locales";
import { missing } from "./form.server";

type Args = { request: Request; params: { slug?: string }; context: AppLoadContext };

/** What a browser brings to a page of a survey, and where that survey's other pages are. */
export function broughtTo(args: Args, ctx: Ctx) {
  const slug = args.params.slug ?? "";
  const locale = args.context.locale as Locale;
  const cookie = cookieIn(args.request, ctx.origin, cookieOf(slug));
  const to = (path: string) => inLocale(locale, `/surveys/${slug}${path}`);
  return { slug, locale, cookie, code: readCode(cookie), to };
}

/** The survey of this address as its visitor meets it, with their answers so far; missing where there is none. */
export async function stepOf(args: Args, ctx: Ctx) {
  const brought = broughtTo(args, ctx);
  const step = await findStep(ctx, brought);
  if (!step) throw missing();
  return { ...brought, ...step };
}

/** Headers that let a browser carry a return code on; without one, that take it away. */
export function carrying(ctx: Ctx, slug: string, code = ""): { "Set-Cookie": string } {
  return { "Set-Cookie": cookieLine(ctx.origin, cookieOf(slug), code, code ? COOKIE_HOURS * 3600 : 0) };
}
