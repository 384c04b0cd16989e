import { consents } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";

/** What somebody agreed to or took back, and the name of the wording that they read. */
export type Consent = {
  participantId: string;
  purpose: (typeof consents.$inferInsert)["purpose"];
  wording: string;
  given: boolean;
  channel: string;
};

/** Notes that someone agreed to something, or took it back. The newest row for a purpose counts. */
export async function recordConsent(ctx: Ctx, consent: Consent): Promise<{ ok: true }> {
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.recordForParticipant(ctx.actor)) throw new Error("Nobody's consent may be recorded here.");
    await ctx.db.insert(consents).values({ id: newId(), at: ctx.now, ...consent });
    const { purpose, given, channel } = consent;
    const subject = { kind: "participant", id: consent.participantId };
    await audit(ctx, "people.consent_recorded", subject, { purpose, given, channel });
    return { ok: true };
  });
}
