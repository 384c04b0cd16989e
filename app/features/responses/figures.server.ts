import { and, asc, count, eq, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { messages } from "~/db/tables/platform";
import { officialResponses } from "~/db/tables/responses";
import { answerableThings } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { KINDS, type Kind, WORKING_DAYS } from "./rules";

/** What the figures are about; everything on the register where nothing is named. */
export type Scope = {
  kinds?: readonly string[];
  neighbourhoodId?: string;
  /** First and last London day on which it was said. */
  from?: string;
  to?: string;
};

/** How well what was said is answered. Counts of records, not of people. */
export type AnswerFigures = {
  /** Things that can be answered: shown to everyone, and not merged into another. */
  things: number;
  answered: number;
  /** Answered, and nobody who asked to hear is still to be told. */
  closed: number;
  /** Things said more than 20 working days ago; of these, how many had their first answer within them. */
  old: number;
  inTime: number;
  /** Working days until the first answer, in the middle of those that have one. */
  medianDays: number | null;
  outcomes: Record<Kind, number>;
};

/** The definitions behind them, for whoever reads the numbers. */
export const ANSWER_DEFINITION = {
  counts:
    "Things that people said and that wait for an official answer or have one: ideas, themes, notes, questions",
  source: "The register of official answers; hidden things and those merged into others are left out",
  inTime: `First answered within ${WORKING_DAYS} working days in England of the day it was said, out of all said longer ago than that; those still waiting count as late`,
  closed: "Answered, and no message about the answer is waiting or failed, out of all",
} as const;

/** Counts over the register at this moment. Exempt: counts of records and days, nothing about a person. */
export async function answerFigures(ctx: Ctx, scope: Scope = {}): Promise<AnswerFigures> {
  const today = dayOf(ctx.now);
  const eligible = eligibleIn(scope);
  const when = (what: SQL | undefined) => sql<number>`coalesce(sum(case when ${what} then 1 else 0 end), 0)`;
  const old = lt(answerableThings.dueOn, today);
  const [row] = await ctx.db
    .select({
      things: count(),
      answered: when(isNotNull(answerableThings.responseId)),
      old: when(old),
      // Answered on the weekend after the twentieth working day, it is still within twenty.
      inTime: when(and(old, lte(answerableThings.answeredDays, WORKING_DAYS))),
      closed: when(and(isNotNull(answerableThings.responseId), sql`not ${outstanding(ctx)}`)),
    })
    .from(answerableThings)
    .where(eligible);
  const answered = Number(row?.answered ?? 0);
  return {
    things: row?.things ?? 0,
    answered,
    closed: Number(row?.closed ?? 0),
    old: Number(row?.old ?? 0),
    inTime: Number(row?.inTime ?? 0),
    medianDays: await medianDays(ctx, eligible, answered),
    outcomes: await countOutcomes(ctx, eligible),
  };
}

function eligibleIn({ kinds, neighbourhoodId, from, to }: Scope): SQL | undefined {
  return and(
    eq(answerableThings.hidden, false),
    isNull(answerableThings.joinedId),
    kinds ? inArray(answerableThings.kind, [...kinds]) : undefined,
    neighbourhoodId ? eq(answerableThings.neighbourhoodId, neighbourhoodId) : undefined,
    from ? sql`${answerableThings.saidOn} >= ${from}` : undefined,
    to ? lte(answerableThings.saidOn, to) : undefined,
  );
}

/** True for a thing whose answer somebody is still to be told of. */
function outstanding(ctx: Ctx): SQL {
  const about = ctx.db
    .select({ one: sql`1` })
    .from(messages)
    .where(
      and(
        eq(messages.aboutKind, "official_response"),
        eq(messages.aboutId, answerableThings.responseId),
        inArray(messages.state, ["waiting", "sending", "failed"]),
      ),
    );
  return sql`exists ${about}`;
}

async function medianDays(ctx: Ctx, eligible: SQL | undefined, answered: number): Promise<number | null> {
  if (answered === 0) return null;
  const rows = await ctx.db
    .select({ days: answerableThings.answeredDays })
    .from(answerableThings)
    .where(and(eligible, isNotNull(answerableThings.answeredDays)))
    .orderBy(asc(answerableThings.answeredDays))
    .limit(2 - (answered % 2))
    .offset(Math.floor((answered - 1) / 2));
  return rows.reduce((sum, { days }) => sum + (days ?? 0), 0) / rows.length;
}

async function countOutcomes(ctx: Ctx, eligible: SQL | undefined): Promise<Record<Kind, number>> {
  const rows = await ctx.db
    .select({ kind: officialResponses.kind, n: count() })
    .from(answerableThings)
    .innerJoin(officialResponses, eq(officialResponses.id, answerableThings.responseId))
    .where(eligible)
    .groupBy(officialResponses.kind);
  const of = (kind: Kind) => rows.find((row) => row.kind === kind)?.n ?? 0;
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, number>;
}
