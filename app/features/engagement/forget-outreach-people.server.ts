import { forgetParticipants } from "~/features/people/forget-participants.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { may } from "./may";
import { listForgettableOutreachPeople } from "./read-outreach.server";

const BATCH = 500;

/**
 * Forgets, some months after a visit, who left their name there; that somebody did stays counted. Safe to run
 * twice. Refuses everyone but the house.
 */
export async function forgetOutreachPeople(ctx: Ctx): Promise<{ ok: true; people: number }> {
  if (!may.forget(ctx.actor)) throw new Error("Only the house itself forgets.");
  for (let people = 0; ; ) {
    const { n } = await forgetSome(ctx);
    people += n;
    if (n < BATCH) return { ok: true, people };
  }
}

/** System only: the clock's work, asked for by `forgetOutreachPeople`. */
const forgetSome = (ctx: Ctx) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const ids = await listForgettableOutreachPeople(ctx, BATCH);
    if (ids.length === 0) return { ok: true as const, n: 0 };
    await forgetParticipants(ctx, { ids });
    await audit(
      ctx,
      "engagement.forgot_people",
      { kind: "retention", id: "outreach" },
      { people: ids.length },
    );
    return { ok: true as const, n: ids.length };
  });
