import { asc, eq } from "drizzle-orm";
import { communicationNeeds, consents } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";

/** What someone needs now: the newest row for each code, where it says that it is asked for. */
export async function listCommunicationNeeds(ctx: Ctx, participantId: string) {
  const rows = await ctx.db
    .select()
    .from(communicationNeeds)
    .where(eq(communicationNeeds.participantId, participantId))
    .orderBy(asc(communicationNeeds.id));
  return [...new Map(rows.map((row) => [row.need, row])).values()].filter((row) => row.asked);
}

/** What someone has agreed to or taken back: the newest row for each purpose. */
export async function listConsents(ctx: Ctx, participantId: string) {
  const rows = await ctx.db
    .select()
    .from(consents)
    .where(eq(consents.participantId, participantId))
    .orderBy(asc(consents.id));
  return [...new Map(rows.map((row) => [row.purpose, row])).values()];
}

type Purpose = (typeof consents.$inferSelect)["purpose"];

/** True when the newest word on this purpose is yes. */
export async function hasConsented(ctx: Ctx, participantId: string, purpose: Purpose): Promise<boolean> {
  const newest = await listConsents(ctx, participantId);
  return newest.some((row) => row.purpose === purpose && row.given);
}
