import { and, desc, eq, gt, like, sql } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import { surveyDays, surveyPools } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { padded, shuffled } from "~/platform/pool.server";
import { seal, unseal } from "~/platform/sealed.server";
import type { SurveyRow } from "./read.server";
import { BATCH, type Channel, monthOf } from "./rules";
import {
  dropResponse,
  type NewResponse,
  type StoredResponse,
  storeResponses,
} from "./store-responses.server";

/** A response that has come: its version, its way, its answers, and who typed it where somebody did. */
export type Come = Pick<NewResponse, "version" | "answers"> & {
  channel: Channel;
  enteredBy?: string | null;
  /** Of paper alone. */
  sheet?: string | null;
  batch?: string | null;
  /** Of linked surveys alone. */
  participantId?: string | null;
  /** They said that their words may be published without their name. */
  mayQuote?: boolean;
};

const purpose = (survey: { id: string }) => `survey-pool\n${survey.id}`;

/**
 * Takes a response in, inside a write that holds the lock `survey:<id>`. Linked ones and sheets of paper are
 * stored at once; other anonymous ones wait in the pool until there are enough to be shuffled.
 */
export async function keepResponse(ctx: Ctx, survey: SurveyRow, come: Come): Promise<void> {
  await keepResponses(ctx, survey, [{ ...come, at: ctx.now }]);
}

/** The same for many that have come, each at its moment, inside a write that holds the lock. */
export async function keepResponses(
  ctx: Ctx,
  survey: SurveyRow,
  list: readonly (Come & { at: Date })[],
): Promise<void> {
  await ctx.db
    .update(surveys)
    .set({ received: sql`${surveys.received} + ${list.length}` })
    .where(eq(surveys.id, survey.id));
  const now: NewResponse[] = [];
  const later: NewResponse[] = [];
  for (const come of list) {
    await raiseDay(ctx, survey, come);
    const isAtOnce = survey.anonymity === "linked" || come.channel === "paper";
    (isAtOnce ? now : later).push(asResponse(survey, come));
  }
  if (now.length > 0) await storeResponses(ctx, survey.id, now);
  if (later.length === 0) return;
  const waiting = shuffled([...(await pooled(ctx, survey)), ...later]);
  if (waiting.length < BATCH) return putPool(ctx, survey, waiting);
  await storeResponses(ctx, survey.id, waiting);
  await putPool(ctx, survey, []);
}

async function raiseDay(ctx: Ctx, survey: SurveyRow, { at, channel }: Come & { at: Date }): Promise<void> {
  await ctx.db
    .insert(surveyDays)
    .values({ surveyId: survey.id, day: dayOf(at), channel, count: 1, noted: false })
    .onConflictDoUpdate({
      target: [surveyDays.surveyId, surveyDays.day, surveyDays.channel],
      set: { count: sql`${surveyDays.count} + 1`, noted: false },
    });
}

function asResponse(survey: SurveyRow, { at, ...come }: Come & { at: Date }): NewResponse {
  const { participantId = null, enteredBy = null, sheet = null, batch = null, mayQuote, ...rest } = come;
  const sentAt = survey.anonymity === "linked" && participantId ? at : null;
  return {
    ...rest,
    month: monthOf(at),
    enteredBy,
    sheet,
    batch,
    participantId: sentAt ? participantId : null,
    sentAt,
    // Who was not asked has not said yes.
    mayQuote: survey.asksToQuote && mayQuote === true,
  };
}

/**
 * Takes a stored response out again, inside a write that holds the lock: its answers, its tallies, and one from
 * what was received. An anonymous one has no day, so the last day of its month that has one of its channel goes
 * down by one.
 */
export async function keepNoLonger(ctx: Ctx, survey: SurveyRow, stored: StoredResponse): Promise<void> {
  await dropResponse(ctx, stored);
  await ctx.db
    .update(surveys)
    .set({ received: sql`${surveys.received} - 1` })
    .where(eq(surveys.id, survey.id));
  const d = surveyDays;
  const near = stored.sentAt ? eq(d.day, dayOf(stored.sentAt)) : like(d.day, `${stored.month}-%`);
  const of = and(eq(d.surveyId, survey.id), eq(d.channel, stored.channel), gt(d.count, 0));
  const [found] = await ctx.db.select().from(d).where(and(of, near)).orderBy(desc(d.day)).limit(1);
  if (!found) throw new Error("A response came on no day.");
  await ctx.db
    .update(d)
    .set({ count: found.count - 1, noted: false })
    .where(and(of, eq(d.day, found.day)));
}

/** Stores what still waits, fewer than a batch, inside a write that holds the lock; for when a survey is over. */
export async function keepTheRest(ctx: Ctx, survey: SurveyRow): Promise<number> {
  const waiting = await pooled(ctx, survey);
  if (waiting.length === 0) return 0;
  await storeResponses(ctx, survey.id, shuffled(waiting));
  await putPool(ctx, survey, []);
  return waiting.length;
}

async function pooled(ctx: Ctx, survey: SurveyRow): Promise<NewResponse[]> {
  const [row] = await ctx.db.select().from(surveyPools).where(eq(surveyPools.surveyId, survey.id));
  if (!row) return [];
  const text = unseal(ctx.secret, purpose(survey), row.sealed);
  if (text === null) throw new Error("The pool of a survey can't be opened: was SECRET changed?");
  return JSON.parse(text) as NewResponse[];
}

async function putPool(ctx: Ctx, survey: SurveyRow, waiting: readonly NewResponse[]): Promise<void> {
  if (waiting.length === 0) {
    await ctx.db.delete(surveyPools).where(eq(surveyPools.surveyId, survey.id));
    return;
  }
  const sealed = seal(ctx.secret, purpose(survey), padded(JSON.stringify(waiting)));
  await ctx.db
    .insert(surveyPools)
    .values({ surveyId: survey.id, sealed })
    .onConflictDoUpdate({ target: surveyPools.surveyId, set: { sealed } });
}
