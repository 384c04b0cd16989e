import { communicationNeeds } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { listCommunicationNeeds } from "./read-needs.server";
import { type COMMUNICATION_NEEDS, SPOKEN_NEEDS } from "./rules";

/** The code of something that someone needs to be told things or to take part. */
export type CommunicationNeed = (typeof COMMUNICATION_NEEDS)[number];

/** Everything that someone needs from now on, and who said so. */
export type NeedsSaid = {
  participantId: string;
  needs: readonly CommunicationNeed[];
  detail: string | null;
  /** Of an interpreter or a translation. */
  language?: string | null;
  source: string;
};

/**
 * Notes what someone needs in place of what was known before. Rows are only added: one for each need that
 * is new or said again in other words, and one for each that is needed no more.
 */
export async function recordCommunicationNeeds(ctx: Ctx, said: NeedsSaid): Promise<{ ok: true }> {
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.recordForParticipant(ctx.actor)) throw new Error("Nobody's needs may be recorded here.");
    const known = await listCommunicationNeeds(ctx, said.participantId);
    const detailOf = (need: CommunicationNeed) =>
      (SPOKEN_NEEDS.includes(need) ? said.language : null) ?? said.detail;
    const fresh = said.needs.filter(
      (need) => !known.some((row) => row.need === need && row.detail === detailOf(need)),
    );
    const gone = known.filter((row) => !said.needs.includes(row.need as CommunicationNeed));
    const rows = [
      ...fresh.map((need) => ({ need, detail: detailOf(need), asked: true })),
      ...gone.map(({ need }) => ({ need, detail: null, asked: false })),
    ];
    if (rows.length === 0) return { ok: true };
    const { participantId, source } = said;
    await ctx.db
      .insert(communicationNeeds)
      .values(rows.map((row) => ({ id: newId(), participantId, source, at: ctx.now, ...row })));
    const facts = { added: fresh.length, ended: gone.length };
    await audit(ctx, "people.needs_recorded", { kind: "participant", id: participantId }, facts);
    return { ok: true };
  });
}
