import { and, count, eq } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaComments } from "~/db/tables/ideas-comments";
import { ideaCases } from "~/db/tables/ideas-moderation";
import { arrangeTurn } from "~/features/ideas/arrange-turn.server";
import { commentIdea } from "~/features/ideas/comment-idea.server";
import { createAccount } from "~/features/people/create-account.server";
import { giveRole } from "~/features/people/give-role.server";
import { findActor } from "~/features/people/read.server";
import type { Role } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { asAnyone } from "./factories";

/** A ctx of somebody with an account of their own, who holds a role over the borough. */
export async function aPerson(ctx: Ctx, name: string, role: Role = "moderator"): Promise<Ctx> {
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}@example.org`;
  const made = await createAccount(ctx, { name, email, invite: false });
  if (!made.ok) throw new Error(`No account: ${made.reason}`);
  const given = await giveRole(ctx, { accountId: made.id, role, scopeKind: "borough", scopeId: null });
  if (!given.ok) throw new Error(`No role: ${given.reason}`);
  const actor = await findActor(ctx, made.id);
  if (!actor) throw new Error("That account can't act.");
  return { ...ctx, actor };
}

/** The account that a ctx acts as. */
export const idOf = ({ actor }: Ctx): string => (actor.kind === "account" ? actor.id : "");

/** Somebody's turn at looking when somebody may be in danger, from yesterday on. */
export async function aTurn(ctx: Ctx, who: Ctx, part: "lead" | "cover"): Promise<void> {
  const typed = {
    account: idOf(who),
    part,
    role: "Safeguarding",
    fromDay: "2026-05-31",
    toDay: "2026-12-31",
  };
  const made = await arrangeTurn(ctx, { typed });
  if (!made.ok) throw new Error(`No turn: ${JSON.stringify(made)}`);
}

type Where = { board: { slug: string }; idea: { slug: string } };

/** A comment that somebody unknown makes. */
export async function aComment(ctx: Ctx, { board, idea }: Where, text = "A bench by the lock would help.") {
  const made = await commentIdea(ctx.actor.kind === "system" ? asAnyone(ctx) : ctx, {
    ...{ board: board.slug, idea: idea.slug, typed: { text }, locale: "en", limitBy: null },
  });
  if (!made.ok) throw new Error(`No comment: ${JSON.stringify(made)}`);
  return made;
}

/** The open case of some words; throws when there is none. */
export async function openCaseOf(ctx: Ctx, subjectId: string) {
  const [found] = await ctx.db
    .select()
    .from(ideaCases)
    .where(and(eq(ideaCases.subjectId, subjectId), eq(ideaCases.state, "open")));
  if (!found) throw new Error("There is no open case.");
  return found;
}

/** The kept number of comments of every idea, and the number that its rows come to. */
export async function commentCounts(ctx: Ctx) {
  const rows = await ctx.db.select().from(ideas);
  const shown = await ctx.db
    .select({ standsIn: ideas.standsInId, n: count() })
    .from(ideaComments)
    .innerJoin(ideas, eq(ideas.id, ideaComments.ideaId))
    .where(eq(ideaComments.state, "live"))
    .groupBy(ideas.standsInId);
  const recount = new Map(shown.map(({ standsIn, n }) => [standsIn, n]));
  return rows
    .filter(({ id, standsInId }) => id === standsInId)
    .map(({ id, commentCount }) => ({ id, kept: commentCount, recounted: recount.get(id) ?? 0 }));
}
