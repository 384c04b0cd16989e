import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { neighbourhoods } from "~/db/tables/places";
import { officialResponses } from "~/db/tables/responses";
import { answerableThings } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { reachOf } from "./may";
import { selectSeen, type ThingRow } from "./read.server";

/** How the staff list of what waits is narrowed; `after` is the key of the last one on the page before. */
export type WaitingFilter = { kind?: string; neighbourhoodId?: string; late?: boolean; after?: string };

/** Something that waits, with its neighbourhood and whether its answer is late. */
export type WaitingSeen = { thing: ThingRow; neighbourhood: string | null; isLate: boolean };

const PAGE = 30;

/** What waits: shown, not merged away, and nobody has answered it. */
const WAITING = and(
  isNull(answerableThings.responseId),
  isNull(answerableThings.joinedId),
  eq(answerableThings.hidden, false),
);

/** One page of what waits where the actor answers, the longest wait first, and the key of the next page. */
export async function listWaiting(ctx: Ctx, filter: WaitingFilter) {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select({ thing: answerableThings, neighbourhood: neighbourhoods.name })
    .from(answerableThings)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, answerableThings.neighbourhoodId))
    .where(and(WAITING, inReach(ctx), narrowed(filter, today), afterKey(filter.after)))
    .orderBy(asc(answerableThings.saidOn), asc(answerableThings.id))
    .limit(PAGE + 1);
  const last = rows.length > PAGE ? rows[PAGE - 1]?.thing : undefined;
  return {
    waiting: rows.slice(0, PAGE).map((row): WaitingSeen => ({ ...row, isLate: row.thing.dueOn < today })),
    next: last ? `${last.saidOn}.${last.id}` : null,
  };
}

/** How much waits where the actor answers, and how much of it is late. */
export async function countWaiting(ctx: Ctx): Promise<{ waiting: number; late: number }> {
  const among = async (more?: SQL) => {
    const [row] = await ctx.db
      .select({ n: count() })
      .from(answerableThings)
      .where(and(WAITING, inReach(ctx), more));
    return row?.n ?? 0;
  };
  return { waiting: await among(), late: await among(lt(answerableThings.dueOn, dayOf(ctx.now))) };
}

/** Answers that were written and not published yet where the actor answers, the newest first. */
export async function listDrafts(ctx: Ctx) {
  return selectSeen(ctx)
    .where(and(eq(officialResponses.state, "draft"), inReach(ctx)))
    .orderBy(desc(officialResponses.createdAt), desc(officialResponses.id))
    .limit(PAGE);
}

function inReach(ctx: Ctx): SQL | undefined {
  const reach = reachOf(ctx.actor);
  if (reach === "all") return undefined;
  return inArray(answerableThings.neighbourhoodId, reach.length > 0 ? reach : [""]);
}

function narrowed({ kind, neighbourhoodId, late }: WaitingFilter, today: string): SQL | undefined {
  return and(
    kind ? eq(answerableThings.kind, kind) : undefined,
    neighbourhoodId ? eq(answerableThings.neighbourhoodId, neighbourhoodId) : undefined,
    late ? lt(answerableThings.dueOn, today) : undefined,
  );
}

function afterKey(key: string | undefined): SQL | undefined {
  const [, day = "", id = ""] = /^(\d{4}-\d{2}-\d{2})\.([\w.-]{1,90})$/.exec(key ?? "") ?? [];
  if (!id) return undefined;
  return or(
    gt(answerableThings.saidOn, day),
    and(eq(answerableThings.saidOn, day), gt(answerableThings.id, id)),
  );
}
