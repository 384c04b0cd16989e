import { and, eq, gte } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaSupports } from "~/db/tables/ideas-support";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { countSupport } from "./count-support.server";
import { may } from "./may";
import { findIdeaWhole } from "./read.server";

/** Which support: of one idea, from one source or from all, given since a moment or ever. */
export type Held = { id: string; source?: string; since?: Date };

/** Puts support into quarantine: it is kept, and counts nowhere until it is let out. */
export async function holdSupport(ctx: Ctx, which: Held) {
  return move(ctx, which, "quarantined");
}

/** Lets support out of quarantine: it counts from now on, each person once. */
export async function releaseSupport(ctx: Ctx, which: Held) {
  return move(ctx, which, "counted");
}

type Moved = { ok: true; rows: number } | Refusal<"missing" | "not_allowed">;

async function move(ctx: Ctx, which: Held, standing: "counted" | "quarantined"): Promise<Moved> {
  const found = await findIdeaWhole(ctx, which.id);
  if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  if (!may.judge(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx): Promise<Moved> => {
    const moved = await ctx.db
      .update(ideaSupports)
      .set({ standing })
      .where(
        and(
          eq(ideaSupports.ideaId, which.id),
          which.source ? eq(ideaSupports.source, which.source) : undefined,
          which.since ? gte(ideaSupports.at, which.since) : undefined,
        ),
      )
      .returning({ supporter: ideaSupports.supporter });
    const [row] = await ctx.db
      .select({ standsIn: ideas.standsInId })
      .from(ideas)
      .where(eq(ideas.id, which.id));
    if (row) await countSupport(ctx, [row.standsIn]);
    const act = standing === "counted" ? "ideas.support_released" : "ideas.support_held";
    await audit(ctx, act, { kind: "idea", id: which.id }, { supports: moved.length });
    return { ok: true, rows: moved.length };
  });
}
