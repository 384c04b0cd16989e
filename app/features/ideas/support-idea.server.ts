import { and, eq, isNotNull } from "drizzle-orm";
import { ideaSupports } from "~/db/tables/ideas-support";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { giveSupport, takeSupportBack } from "./give-support.server";
import { holdSourceOn } from "./hold-source.server";
import { supporterOn, type Visitor } from "./know-supporter.server";
import { may } from "./may";
import { findIdeaWhole, findStanding } from "./read.server";
import { standingOf } from "./rules";

/** From one network so many supports of one idea count in ten minutes: a hall full of people; the rest wait. */
export const FROM_ONE_PLACE: Limit = { name: "support", most: 40, minutes: 10 };
/** And so many of all ideas together. */
const FROM_ONE_PLACE_IN_ALL: Limit = { name: "support-all", most: 400, minutes: 10 };

/** Which idea, who, and how much; `undo` takes all back. */
export type Supporting = {
  board: string;
  idea: string;
  visitor: Visitor;
  undo?: boolean;
  points?: number;
  /** The visitor's network address, for limits; null where limits do not apply. */
  limitBy: string | null;
};

/** Done, at the address of the idea that stands; or why not. `asks_link`: say first where we send the link. */
export type Supported =
  | { ok: true; slug: string }
  | Refusal<"missing" | "not_yet" | "closed" | "not_asked" | "asks_link" | "too_many_points">;

/**
 * Supports an idea, or takes that back: once a person or browser, however often it is asked. Support of an idea that
 * went into another goes to where it stands. Past what one network gives in ten minutes support is kept in
 * quarantine: nobody is refused, and nothing counts until a person has looked.
 */
export async function supportIdea(ctx: Ctx, input: Supporting): Promise<Supported> {
  const found = await findStanding(ctx, input.board, input.idea);
  if (!found) return { ok: false, reason: "missing" };
  const { board } = found;
  return write(ctx, { locks: [`ideas:${board.id}`] }, async (ctx): Promise<Supported> => {
    const seen = await findIdeaWhole(ctx, found.idea.id);
    if (seen?.idea.state !== "live" || !may.support(ctx.actor, seen.board)) {
      return { ok: false, reason: "missing" };
    }
    const standing = standingOf(board, ctx.now);
    if (standing !== "open") return { ok: false, reason: standing === "draft" ? "missing" : standing };
    if (board.support === "none") return { ok: false, reason: "not_asked" };
    const supporter = supporterOn(ctx, board, input.visitor);
    if (!supporter) return { ok: false, reason: "asks_link" };
    const subject = { kind: "idea", id: seen.idea.id };
    if (input.undo) {
      const had = await takeSupportBack(ctx, seen.idea.id, supporter);
      if (had) await audit(ctx, "ideas.support_taken_back", subject);
      return { ok: true, slug: seen.idea.slug };
    }
    const crowd = await isCrowd(ctx, seen.idea.id, input.limitBy);
    const given = await giveSupport(ctx, seen, {
      supporter,
      participantId: board.asksLink ? await addressOf(ctx, supporter) : null,
      points: input.points ?? 1,
      standing: crowd ? "quarantined" : "counted",
      source: input.visitor.source,
    });
    if (!given.ok) return given;
    if (crowd && input.visitor.source) await holdSourceOn(ctx, seen.idea.id, input.visitor.source);
    if (given.isNew) await audit(ctx, "ideas.supported", subject);
    return { ok: true, slug: seen.idea.slug };
  });
}

async function isCrowd(ctx: Ctx, ideaId: string, from: string | null): Promise<boolean> {
  if (!from) return false;
  const here = await withinLimit(ctx, FROM_ONE_PLACE, `${ideaId} ${from}`);
  const inAll = await withinLimit(ctx, FROM_ONE_PLACE_IN_ALL, from);
  return !here || !inAll;
}

/** Whoever confirmed an address once is written to there. */
async function addressOf(ctx: Ctx, supporter: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: ideaSupports.participantId })
    .from(ideaSupports)
    .where(and(eq(ideaSupports.supporter, supporter), isNotNull(ideaSupports.participantId)))
    .limit(1);
  return row?.id ?? null;
}
