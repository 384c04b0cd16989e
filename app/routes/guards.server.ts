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
  return ctxFor(await whoAsks(request));
}

/** For everyone, in demo mode alone: anywhere else there is no such page. */
export async function inDemo(args: Args): Promise<Ctx> {
  if (!isDemo) throw new Response(null, { status: 404 });
  return anyone(args);
}

/** For people who have signed in; others go to the sign-in page and come back. */
export async function signedIn(args: Args): Promise<Ctx> {
  const ctx = ctxFor(await whoAsks(args.request));
  if (ctx.actor.kind !== "account") throw toSignIn(args.request);
  return ctx;
}

/**
 * For staff who hold one of the roles anywhere (every staff role when none is named) and have given
 * their second factor. What they may do with one thing, `may` of its room decides.
 */
export async function staff(args: Args, ...roles: Role[]): Promise<Ctx> {
  const session = await sessionOf(args.request);
  if (!session) throw toSignIn(args.request);
  const actor = await findActor(ctxFor({ kind: "anyone" }), session.userId);
  if (!actor) throw toSignIn(args.request);
  if (!session.secondFactorAt) throw redirect("/sign-in/second-factor");
  if (!holdsAnywhere(actor, roles.length > 0 ? roles : STAFF_ROLES))
    throw new Response(null, { status: 403 });
  return ctxFor(actor);
}

async function whoAsks(request: Request): Promise<Actor> {
  const session = await sessionOf(request);
  if (!session) return { kind: "anyone" };
  return (await findActor(ctxFor({ kind: "anyone" }), session.userId)) ?? { kind: "anyone" };
}

function toSignIn(request: Request) {
  const { pathname } = new URL(request.url);
  return redirect(request.method === "GET" ? `/sign-in?then=${encodeURIComponent(pathname)}` : "/sign-in");
}
