import { inArray } from "drizzle-orm";
import { needReviews } from "~/db/tables/people-needs";
import { getPeriods } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { tellReview } from "./messages";
import { listDueForReview, listUnanswered } from "./read-remembered.server";

const BATCH = 100;
const DAY_MS = 86_400_000;

/**
 * Asks everybody whose remembered needs are a year old whether they still hold, in the form that they
 * need, and puts the question on the list of staff; marks what nobody answered in time as not confirmed.
 * Safe to run twice. system only: the clock's work.
 */
export async function reviewNeeds(ctx: Ctx): Promise<{ ok: true; asked: number; unconfirmed: number }> {
  if (!may.reviewNeeds(ctx.actor)) throw new Error("Only the house itself asks once a year.");
  const unconfirmed = await inBatches(() => markUnconfirmed(ctx));
  return { ok: true, asked: await inBatches(() => askSome(ctx)), unconfirmed };
}

async function inBatches(some: () => Promise<{ n: number }>): Promise<number> {
  for (let done = 0; ; ) {
    const { n } = await some();
    done += n;
    if (n < BATCH) return done;
  }
}

/** system only: asked for by `reviewNeeds`. */
const askSome = (ctx: Ctx) =>
  write(ctx, { locks: ["review"] }, async (ctx) => {
    const people = await listDueForReview(ctx, BATCH);
    const { needsAnswerDays } = await getPeriods(ctx);
    const dueAt = new Date(ctx.now.getTime() + needsAnswerDays * DAY_MS);
    for (const person of people) {
      const id = newId();
      await ctx.db
        .insert(needReviews)
        .values({ id, participantId: person.id, askedAt: ctx.now, dueAt, state: "asked" });
      await tellReview(ctx, person, { id, dueAt });
    }
    if (people.length > 0) {
      await audit(
        ctx,
        "people.needs_review_asked",
        { kind: "retention", id: "reviews" },
        { people: people.length },
      );
    }
    return { ok: true as const, n: people.length };
  });

/** system only: asked for by `reviewNeeds`. */
const markUnconfirmed = (ctx: Ctx) =>
  write(ctx, { locks: ["review"] }, async (ctx) => {
    const late = await listUnanswered(ctx, BATCH);
    if (late.length === 0) return { ok: true as const, n: 0 };
    const ids = late.map((review) => review.id);
    await ctx.db
      .update(needReviews)
      .set({ state: "unconfirmed", closedAt: ctx.now })
      .where(inArray(needReviews.id, ids));
    await audit(
      ctx,
      "people.needs_unconfirmed",
      { kind: "retention", id: "reviews" },
      { people: ids.length },
    );
    return { ok: true as const, n: late.length };
  });
