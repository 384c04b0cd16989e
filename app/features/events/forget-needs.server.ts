import { inArray } from "drizzle-orm";
import { registrationNeeds, registrations } from "~/db/tables/events";
import { forgetParticipants } from "~/features/people/forget-participants.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { may } from "./may";
import { listForgettableNeeds, listForgettablePeople } from "./read-retention.server";

const BATCH = 500;

/**
 * Forgets what is no longer needed, daily. 14 days after an event: what people asked for, their language
 * and who helped them. 12 months after: names, contacts and where they said they live. Places, states and
 * counts stay; messages go by themselves before that. Safe to run twice. Refuses everyone but the house.
 */
export async function forgetNeeds(ctx: Ctx): Promise<{ ok: true; needs: number; people: number }> {
  if (!may.forget(ctx.actor)) throw new Error("Only the house itself forgets.");
  return {
    ok: true,
    needs: await inBatches(() => forgetSomeNeeds(ctx)),
    people: await inBatches(() => forgetSomePeople(ctx)),
  };
}

/** Each batch is a write of its own, so that people who book meanwhile do not wait long. */
async function inBatches(forgetSome: () => Promise<{ n: number }>): Promise<number> {
  for (let done = 0; ; ) {
    const { n } = await forgetSome();
    done += n;
    if (n < BATCH) return done;
  }
}

/** System only: the clock's work, asked for by `forgetNeeds`. */
const forgetSomeNeeds = (ctx: Ctx) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const ids = await listForgettableNeeds(ctx, BATCH);
    if (ids.length === 0) return { ok: true as const, n: 0 };
    await ctx.db.delete(registrationNeeds).where(inArray(registrationNeeds.registrationId, ids));
    await ctx.db
      .update(registrations)
      .set({ needsDetail: null, language: null, helperName: null, helperContact: null })
      .where(inArray(registrations.id, ids));
    await audit(
      ctx,
      "events.forgot_needs",
      { kind: "retention", id: "needs" },
      { registrations: ids.length },
    );
    return { ok: true as const, n: ids.length };
  });

/** System only: the clock's work, asked for by `forgetNeeds`. */
const forgetSomePeople = (ctx: Ctx) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const ids = await listForgettablePeople(ctx, BATCH);
    if (ids.length === 0) return { ok: true as const, n: 0 };
    await forgetParticipants(ctx, { ids });
    await audit(ctx, "events.forgot_people", { kind: "retention", id: "people" }, { people: ids.length });
    return { ok: true as const, n: ids.length };
  });
