import { and, count, countDistinct, eq, gt, isNotNull, lt, ne } from "drizzle-orm";
import { ideaComments } from "~/db/tables/ideas-comments";
import { ideaMarks } from "~/db/tables/ideas-statements";
import { ideaSupports } from "~/db/tables/ideas-support";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { keyed } from "~/platform/secret-links.server";
import { countComments } from "./count-comments.server";
import { countSupport } from "./count-support.server";
import { FLOOD, SOURCE_DAYS } from "./flood";
import { listStandsIn } from "./read-comments.server";

/** What stands for a network address on one day: an HMAC, so that the address is kept nowhere. */
export const sourceOf = (ctx: Ctx, address: string | null): string | null =>
  address ? keyed(ctx.secret, "source", dayOf(ctx.now), address) : null;

/**
 * Puts what came from one source aside when it is more than people do (docs/ideas.md): it stays, is shown to staff,
 * and counts nowhere until they let it out. Inside a write.
 */
export async function holdSource(ctx: Ctx, source: string): Promise<void> {
  const since = new Date(ctx.now.getTime() - FLOOD.minutes * 60_000);
  const held = {
    comments: await holdComments(ctx, source, since),
    marks: await holdMarks(ctx, source, since),
  };
  if (held.comments + held.marks === 0) return;
  await audit(ctx, "ideas.quarantined", { kind: "source", id: source.slice(0, 12) }, held);
}

/**
 * Once a source has gone too far on one idea, what it gave before in the same minutes is put aside too: a script does
 * not keep its first forty. Inside a write.
 */
export async function holdSourceOn(ctx: Ctx, ideaId: string, source: string): Promise<void> {
  const s = ideaSupports;
  const since = new Date(ctx.now.getTime() - FLOOD.minutes * 60_000);
  const held = await ctx.db
    .update(s)
    .set({ standing: "quarantined" })
    .where(and(eq(s.ideaId, ideaId), eq(s.source, source), gt(s.at, since), eq(s.standing, "counted")))
    .returning({ ideaId: s.ideaId });
  if (held.length === 0) return;
  await countSupport(ctx, await listStandsIn(ctx, [ideaId]));
  await audit(ctx, "ideas.quarantined", { kind: "idea", id: ideaId }, { supports: held.length });
}

async function holdComments(ctx: Ctx, source: string, since: Date): Promise<number> {
  const c = ideaComments;
  const lately = and(eq(c.source, source), gt(c.createdAt, since));
  const [row] = await ctx.db.select({ n: count() }).from(c).where(lately);
  if ((row?.n ?? 0) <= FLOOD.comments) return 0;
  // What a person has to read, or has removed, stays where it is.
  const held = await ctx.db
    .update(c)
    .set({ state: "quarantined" })
    .where(and(lately, eq(c.state, "live")))
    .returning({ ideaId: c.ideaId });
  const ids = held.map(({ ideaId }) => ideaId);
  await countComments(ctx, await listStandsIn(ctx, ids));
  return held.length;
}

async function holdMarks(ctx: Ctx, source: string, since: Date): Promise<number> {
  const m = ideaMarks;
  const lately = and(eq(m.source, source), gt(m.at, since));
  const [row] = await ctx.db
    .select({ n: countDistinct(m.marker) })
    .from(m)
    .where(lately);
  if (Number(row?.n ?? 0) <= FLOOD.markers) return 0;
  const held = await ctx.db
    .update(m)
    .set({ standing: "quarantined" })
    .where(and(lately, eq(m.standing, "counted")))
    .returning({ marker: m.marker });
  return held.length;
}

/**
 * Forgets where things came from once it helps nobody any more. system only: the clock asks for it. What is in
 * quarantine keeps it, so that it can be let out together.
 */
export async function holdSourcesNoLonger(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - SOURCE_DAYS * 86_400_000);
  const [s, c, m] = [ideaSupports, ideaComments, ideaMarks];
  const old = {
    supports: and(isNotNull(s.source), lt(s.at, before), eq(s.standing, "counted")),
    comments: and(isNotNull(c.source), lt(c.createdAt, before), ne(c.state, "quarantined")),
    marks: and(isNotNull(m.source), lt(m.at, before), eq(m.standing, "counted")),
  };
  await write(ctx, { locks: [] }, async (ctx) => {
    const gone = [
      await ctx.db.update(s).set({ source: null }).where(old.supports).returning({ id: s.ideaId }),
      await ctx.db.update(c).set({ source: null }).where(old.comments).returning({ id: c.id }),
      await ctx.db.update(m).set({ source: null }).where(old.marks).returning({ id: m.statementId }),
    ].reduce((sum, rows) => sum + rows.length, 0);
    if (gone > 0) await audit(ctx, "ideas.forgot_sources", { kind: "ideas", id: "all" }, { rows: gone });
    return { ok: true as const };
  });
}
