import { eq } from "drizzle-orm";
import { v4 } from "uuid";
import { registrations } from "~/db/tables/events";
import { feedbackForms } from "~/db/tables/events-feedback";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { flagsIn } from "~/platform/flags";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { dayOf } from "~/platform/london";
import { keyed } from "~/platform/secret-links.server";
import type { Telling } from "./after";
import { feedbackForm } from "./after-forms";
import { may } from "./may";
import { findToTell } from "./read-after.server";
import { findAttender } from "./read-feedback.server";
import { listNobodysNames } from "./read-notes.server";
import { fieldsOf } from "./register.server";

const LIMIT: Limit = { name: "feedback", most: 200, minutes: 10 };

/** What comes with the form, and by which way: somebody's own link, the event's open form, or staff. */
export type Giving = {
  by: { link: string } | { slug: string; channel?: "web" | "paper" | "phone" };
  typed: unknown;
  submissionId?: string;
  /** The visitor's address, for limits; null where limits do not apply. */
  limitBy: string | null;
};

/** Kept; or why not. `given`: this link has been used. */
export type Given =
  | { ok: true; slug: string }
  | Refusal<"invalid" | "missing" | "given" | Exclude<Telling, "open"> | "too_many">;

/**
 * Keeps how an event was for somebody. A link is used once; which answers came by it nobody can tell. Staff
 * type paper forms and calls, also after the time is over. The same form sent twice is one.
 */
export async function giveFeedback(ctx: Ctx, input: Giving): Promise<Given> {
  const parsed = feedbackForm.safeParse(input.typed);
  if (!parsed.success) {
    return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error, Object.keys(feedbackForm.shape)) };
  }
  const form = parsed.data;
  const { by } = input;
  const found = await ("link" in by ? findAttender(ctx, by.link) : findToTell(ctx, by.slug));
  if (!found) return { ok: false, reason: "missing" };
  const { event } = found.seen;
  const channel = "link" in by ? "link" : (by.channel ?? "web");
  const byStaff = channel === "paper" || channel === "phone";
  const known = await listNobodysNames(ctx, event);
  const submission = input.submissionId
    ? keyed(ctx.secret, "feedback", event.id, input.submissionId, JSON.stringify(form))
    : null;
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx): Promise<Given> => {
    if (!may.tell(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (byStaff && !may.typeFeedback(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (submission && (await wasSent(ctx, submission))) return { ok: true, slug: event.slug };
    const late = byStaff && found.telling === "closed";
    if (found.telling !== "open" && !late) return { ok: false, reason: found.telling };
    if ("link" in by && !(await spend(ctx, by.link))) return { ok: false, reason: "given" };
    if (input.limitBy && !(await withinLimit(ctx, LIMIT, input.limitBy)))
      return { ok: false, reason: "too_many" };
    await ctx.db.insert(feedbackForms).values({
      id: v4(),
      eventId: event.id,
      ...form,
      flags: flagsIn([form.good, form.better].filter(Boolean).join("\n"), known),
      channel,
      givenDay: dayOf(ctx.now),
      submission,
    });
    await audit(ctx, "events.feedback_given", { kind: "event", id: event.id }, { channel });
    return { ok: true, slug: event.slug };
  });
}

async function wasSent(ctx: Ctx, submission: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: feedbackForms.id })
    .from(feedbackForms)
    .where(eq(feedbackForms.submission, submission));
  return row !== undefined;
}

/** Notes that this link has been used; false when it was before. */
async function spend(ctx: Ctx, link: string): Promise<boolean> {
  const attender = await findAttender(ctx, link);
  if (!attender || attender.registration.gaveFeedback) return false;
  await ctx.db
    .update(registrations)
    .set({ gaveFeedback: true })
    .where(eq(registrations.id, attender.registration.id));
  return true;
}
