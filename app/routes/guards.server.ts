import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findActor } from "~/features/people/read.server";
import { type Actor, holdsAnywhere, type Role, STAFF_ROLES } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { ctxFor, isDemo } from "~/platform/house.server";
import { sessionOf } from "~/platform/session.server";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** How a public page may be kept in memory: with which query parameters, and until when at most. */
export type Keeping = { params?: readonly string[]; until?: Date | null };

/** For everyone. With `keep`, the page is the same for all who bring no cookie and may be kept. */
export async function anyone({ request, context }: Args, keep?: Keeping): Promise<Ctx> {
  if (keep) context.page = { keep: true, params: keep.params ?? [], until: keep.until ?? undefined };
  const ctx = ctxFor(await whoAsks(request));
  // Feeds and lists for visitors without a cookie may come from a replica; what people just did may not.
  return keep && !request.headers.has("Cookie") ? { ...ctx, db: ctx.store.lagging } : ctx;
}

/** For everyone, in demo mode alone: anywhere else there is no such page. */
export async function inDemo(args: Args): Promise<Ctx> {
  if (!isDemo) throw new Response(null, { status: 404 });
  return anyone(args);
}

/** For people who have signed in; others go to the sign-in page and come back. In English only. */
export async function signedIn(args: Args): Promise<Ctx> {
  inEnglish(args);
  const ctx = ctxFor(await whoAsks(args.request));
  if (ctx.actor.kind !== "account") throw toSignIn(args.request);
  return ctx;
}

/**
 * For staff who hold one of the roles anywhere (every staff role when none is named) and have given
 * their second factor. What they may do with one thing, `may` of its room decides.
 */
export async function staff(args: Args, ...roles: Role[]): Promise<Ctx> {
  inEnglish(args);
  const session = await sessionOf(args.request);
  if (!session) throw toSignIn(args.request);
  const actor = await findActor(ctxFor({ kind: "anyone" }), session.userId);
  if (!actor) throw toSignIn(args.request);
  if (!holdsAnywhere(actor, roles.length > 0 ? roles : STAFF_ROLES))
    throw new Response(null, { status: 403 });
  if (!session.secondFactorAt) throw backTo("/sign-in/second-factor", args.request);
  return ctxFor(actor);
}

/** Pages that are in English alone have one address. Does nothing for a form. */
export function inEnglish({ request, context }: Args): void {
  const { pathname, search } = new URL(request.url);
  if (context.locale !== "en" && request.method === "GET") throw redirect(pathname + search);
}

/** Who the cookie says it is. Staff roles count from the moment the second factor is given, on public pages too. */
async function whoAsks(request: Request): Promise<Actor> {
  const session = await sessionOf(request);
  if (!session) return { kind: "anyone" };
  const actor = await findActor(ctxFor({ kind: "anyone" }), session.userId);
  if (actor?.kind !== "account") return { kind: "anyone" };
  if (session.secondFactorAt) return actor;
  return { ...actor, grants: actor.grants.filter((grant) => !STAFF_ROLES.includes(grant.role)) };
}

const toSignIn = (request: Request) => backTo("/sign-in", request);

/** Off to sign in, and afterwards back to the page that was asked for; a form has to be sent again. */
function backTo(page: string, request: Request) {
  const { pathname } = new URL(request.url);
  return redirect(request.method === "GET" ? `${page}?then=${encodeURIComponent(pathname)}` : page);
}
