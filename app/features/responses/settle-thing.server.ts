import { and, asc, eq } from "drizzle-orm";
import { officialResponses } from "~/db/tables/responses";
import { answerableThings } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { dayOf } from "~/platform/london";
import { workingDaysBetween } from "~/platform/working-days";
import { indexResponses } from "./index-responses.server";

/**
 * Brings the register in step with the published answers to a thing: the newest stands, the first says how long it
 * took. Inside the write that published one or took it back.
 */
export async function settleThing(ctx: Ctx, thing: Thing & { saidOn: string }): Promise<void> {
  const published = await ctx.db
    .select({ id: officialResponses.id, at: officialResponses.publishedAt })
    .from(officialResponses)
    .where(
      and(
        eq(officialResponses.thingKind, thing.kind),
        eq(officialResponses.thingId, thing.id),
        eq(officialResponses.state, "published"),
      ),
    )
    .orderBy(asc(officialResponses.publishedAt), asc(officialResponses.id));
  const answeredOn = published[0]?.at ? dayOf(published[0].at) : null;
  await ctx.db
    .update(answerableThings)
    .set({
      responseId: published.at(-1)?.id ?? null,
      answeredOn,
      answeredDays: answeredOn === null ? null : workingDaysBetween(thing.saidOn, answeredOn),
    })
    .where(and(eq(answerableThings.kind, thing.kind), eq(answerableThings.id, thing.id)));
  await indexResponses(ctx, thing);
}
