import { and, asc, eq, gt, like, or, type SQL } from "drizzle-orm";
import { participants } from "~/db/tables/people";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { foldName } from "~/features/people/record-participant.server";
import type { Ctx } from "~/platform/context.server";

const PAGE = 25;

/** A row of the list of people who answered a linked survey. */
export type LinkedRow = { id: number; name: string; folded: string; sentAt: Date | null; channel: string };

/** People who answered a linked survey, by name; `next` is where the list goes on. */
export async function listLinked(
  ctx: Ctx,
  surveyId: string,
  { name, after }: { name: string; after: string },
): Promise<{ rows: LinkedRow[]; next: string | null }> {
  const [, id = "0", folded = ""] = /^(\d{1,16})\.(.*)$/.exec(after) ?? [];
  const wanted = foldName(name);
  const narrowed: (SQL | undefined)[] = [
    eq(surveyResponses.surveyId, surveyId),
    wanted ? like(participants.nameFolded, `%${wanted}%`) : undefined,
    after
      ? or(
          gt(participants.nameFolded, folded),
          and(eq(participants.nameFolded, folded), gt(surveyResponses.id, Number(id))),
        )
      : undefined,
  ];
  const rows = await ctx.db
    .select({
      id: surveyResponses.id,
      name: participants.name,
      folded: participants.nameFolded,
      sentAt: surveyResponses.sentAt,
      channel: surveyResponses.channel,
    })
    .from(surveyResponses)
    .innerJoin(participants, eq(participants.id, surveyResponses.participantId))
    .where(and(...narrowed))
    .orderBy(asc(participants.nameFolded), asc(surveyResponses.id))
    .limit(PAGE + 1);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return { rows: rows.slice(0, PAGE), next: last ? `${last.id}.${last.folded}` : null };
}
