import { count, eq } from "drizzle-orm";
import type { AppraisalResult } from "~/db/tables/appraisals";
import { appraiserScores } from "~/db/tables/appraisals-scores";
import type { Ctx } from "~/platform/context.server";
import { keyed } from "~/platform/secret-links.server";
import { listCriteria, listOptions } from "./read.server";
import { resultOf } from "./result";
import { KINDS, type Kind } from "./rules";
import type { Given } from "./scores-form";

/** What the scores of one phone are found by, until scoring closes. */
export const phoneKey = (ctx: Ctx, appraisalId: string, token: string) =>
  keyed(ctx.secret, "appraiser", appraisalId, token);

/** What the scores of one sheet of paper are found by, until scoring closes. */
export const paperKey = (ctx: Ctx, appraisalId: string, sheet: number) =>
  keyed(ctx.secret, "appraiser-sheet", appraisalId, String(sheet));

/** What was given under a key, or null: by the phone that asks, or on the sheet that staff hold in their hands. */
export async function findGiven(ctx: Ctx, key: string): Promise<Given | null> {
  const [row] = await ctx.db.select().from(appraiserScores).where(eq(appraiserScores.key, key));
  return row ? { kind: row.kind, scores: row.scores, first: row.first, could: row.could } : null;
}

/** How many have scored, by kind. True numbers: for staff. */
export async function countScores(
  ctx: Ctx,
  appraisalId: string,
): Promise<Record<Kind, number> & { all: number }> {
  const rows = await ctx.db
    .select({ kind: appraiserScores.kind, n: count() })
    .from(appraiserScores)
    .where(eq(appraiserScores.appraisalId, appraisalId))
    .groupBy(appraiserScores.kind);
  const of = (kind: Kind) => rows.find((row) => row.kind === kind)?.n ?? 0;
  const [resident, voluntary, staff] = [of("resident"), of("voluntary"), of("staff")];
  return { resident, voluntary, staff, all: KINDS.reduce((sum, kind) => sum + of(kind), 0) };
}

/** Everything that was given, for whoever lays it down anew or adds it up. True numbers: for the gate. */
export async function listGiven(ctx: Ctx, appraisalId: string): Promise<Given[]> {
  const rows = await ctx.db
    .select()
    .from(appraiserScores)
    .where(eq(appraiserScores.appraisalId, appraisalId))
    .orderBy(appraiserScores.id);
  return rows.map(({ kind, scores, first, could }) => ({ kind, scores, first, could }));
}

/** What of the scores may be published, as of now; null where fewer than 8 people scored. */
export async function composeResult(ctx: Ctx, appraisalId: string): Promise<AppraisalResult | null> {
  return resultOf({
    options: await listOptions(ctx, appraisalId),
    criteria: await listCriteria(ctx, appraisalId),
    sheets: await listGiven(ctx, appraisalId),
  });
}

/** The number of the next sheet of paper: one more than have been typed. Keys say which are taken. */
export async function nextSheet(ctx: Ctx, appraisalId: string): Promise<number> {
  const rows = await ctx.db
    .select({ key: appraiserScores.key })
    .from(appraiserScores)
    .where(eq(appraiserScores.appraisalId, appraisalId));
  const taken = new Set(rows.map(({ key }) => key));
  let sheet = 1;
  while (taken.has(paperKey(ctx, appraisalId, sheet))) sheet += 1;
  return sheet;
}
