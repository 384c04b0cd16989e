import { and, count, eq, inArray, isNotNull, max, min, type SQL } from "drizzle-orm";
import { ideaBoards, ideas } from "~/db/tables/ideas";
import { ideaComments } from "~/db/tables/ideas-comments";
import { ideaMarks, ideaStatements } from "~/db/tables/ideas-statements";
import { ideaSupports } from "~/db/tables/ideas-support";
import type { Ctx } from "~/platform/context.server";
import { reachOf } from "./may";

/** What came from one source and was put aside. */
export type Quarantined = {
  source: string;
  supports: number;
  comments: number;
  marks: number;
  from: Date;
  to: Date;
  boards: { id: string; title: string; neighbourhoodId: string | null }[];
};

type Part = {
  source: string | null;
  board: Quarantined["boards"][number];
  n: number;
  from: Date | null;
  to: Date | null;
};

/** What is in quarantine on the boards that the actor judges, by where it came from; the newest first. */
export async function listQuarantined(ctx: Ctx): Promise<Quarantined[]> {
  const [s, c, m] = [ideaSupports, ideaComments, ideaMarks];
  const board = { id: ideaBoards.id, title: ideaBoards.title, neighbourhoodId: ideaBoards.neighbourhoodId };
  const supports: Part[] = await ctx.db
    .select({ source: s.source, board, n: count(), from: min(s.at), to: max(s.at) })
    .from(s)
    .innerJoin(ideas, eq(ideas.id, s.ideaId))
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(and(eq(s.standing, "quarantined"), isNotNull(s.source), judged(ctx)))
    .groupBy(s.source, ideaBoards.id);
  const comments: Part[] = await ctx.db
    .select({ source: c.source, board, n: count(), from: min(c.createdAt), to: max(c.createdAt) })
    .from(c)
    .innerJoin(ideas, eq(ideas.id, c.ideaId))
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(and(eq(c.state, "quarantined"), isNotNull(c.source), judged(ctx)))
    .groupBy(c.source, ideaBoards.id);
  const marks: Part[] = await ctx.db
    .select({ source: m.source, board, n: count(), from: min(m.at), to: max(m.at) })
    .from(m)
    .innerJoin(ideaStatements, eq(ideaStatements.id, m.statementId))
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideaStatements.boardId))
    .where(and(eq(m.standing, "quarantined"), isNotNull(m.source), judged(ctx)))
    .groupBy(m.source, ideaBoards.id);
  const bySource = new Map<string, Quarantined>();
  for (const [kind, parts] of Object.entries({ supports, comments, marks })) {
    for (const part of parts) add(bySource, kind as "supports" | "comments" | "marks", part);
  }
  return [...bySource.values()].sort((a, b) => b.to.getTime() - a.to.getTime());
}

function add(all: Map<string, Quarantined>, kind: "supports" | "comments" | "marks", part: Part): void {
  const { source, board, n, from, to } = part;
  if (!source || !from || !to) return;
  const found = all.get(source) ?? {
    ...{ source, supports: 0, comments: 0, marks: 0, from, to, boards: [] },
  };
  found[kind] += n;
  if (from < found.from) found.from = from;
  if (to > found.to) found.to = to;
  if (!found.boards.some(({ id }) => id === board.id)) found.boards.push(board);
  all.set(source, found);
}

function judged(ctx: Ctx): SQL | undefined {
  const reach = reachOf(ctx.actor, "judge");
  return reach === "all" ? undefined : inArray(ideaBoards.neighbourhoodId, reach);
}
