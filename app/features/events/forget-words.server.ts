import { and, inArray, isNotNull, lt, ne, or } from "drizzle-orm";
import { claims } from "~/db/tables/events-claims";
import { feedbackForms } from "~/db/tables/events-feedback";
import { eventNotes } from "~/db/tables/events-notes";
import { getPeriods } from "~/features/places/read.server";
import { forgetFollowers } from "~/features/responses/forget-followers.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { listForgettableClaims } from "./read-claims.server";

const BATCH = 500;

/**
 * Forgets what people wrote when it has been kept long enough: the words of notes and feedback, and what
 * money was claimed for. Counts, answers, amounts and what was printed stay. Safe to run twice. Refuses
 * everyone but the house.
 */
export async function forgetWords(ctx: Ctx): Promise<{ ok: true; forgotten: number }> {
  if (!may.forget(ctx.actor)) throw new Error("Only the house itself forgets.");
  let forgotten = 0;
  for (;;) {
    const { n } = await forgetSome(ctx);
    forgotten += n;
    if (n < BATCH) return { ok: true, forgotten };
  }
}

function monthsAgo(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  return then;
}

/** System only: the clock's work, asked for by `forgetWords`. */
const forgetSome = (ctx: Ctx) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const { wordsMonths, claimMonths } = await getPeriods(ctx);
    const before = monthsAgo(ctx.now, wordsMonths);
    const notes = await ctx.db
      .select({ id: eventNotes.id })
      .from(eventNotes)
      .where(and(lt(eventNotes.createdAt, before), ne(eventNotes.text, "")))
      .limit(BATCH);
    const forms = await ctx.db
      .select({ id: feedbackForms.id })
      .from(feedbackForms)
      .where(
        and(
          lt(feedbackForms.givenDay, dayOf(before)),
          or(isNotNull(feedbackForms.good), isNotNull(feedbackForms.better)),
        ),
      )
      .limit(BATCH);
    const old = monthsAgo(ctx.now, claimMonths);
    const claimed = await listForgettableClaims(ctx, old, BATCH);
    const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
    await forgetFollowers(ctx, "event_note", idsOf(notes));
    await ctx.db
      .update(eventNotes)
      .set({ text: "", publicText: null, mayPrint: false, flags: [] })
      .where(inArray(eventNotes.id, idsOf(notes)));
    await ctx.db
      .update(feedbackForms)
      .set({ good: null, better: null, mayPrint: false, flags: [] })
      .where(inArray(feedbackForms.id, idsOf(forms)));
    await ctx.db.update(claims).set({ words: "" }).where(inArray(claims.id, claimed));
    const n = Math.max(notes.length, forms.length, claimed.length);
    if (n > 0) {
      const said = { notes: notes.length, forms: forms.length, claims: claimed.length };
      await audit(ctx, "events.forgot_words", { kind: "retention", id: "words" }, said);
    }
    return { ok: true as const, n };
  });
