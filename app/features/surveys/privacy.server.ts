import { and, eq } from "drizzle-orm";
import { participants } from "~/db/tables/people";
import { surveyResponses } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import { getVersion, type SurveyRow } from "./read.server";
import { shownIn } from "./shown";
import type { StoredResponse } from "./store-responses.server";

/** What is held about somebody who answered a linked survey: who they are, and each answer in words. */
export type Held = {
  response: StoredResponse;
  participantId: string;
  name: string;
  email: string | null;
  answers: { key: string; title: string; words: string }[];
};

/**
 * What this room holds about one person who answered a survey under their name, by the response or by the person;
 * null where there is nothing. Anonymous responses lead to nobody, so they can't be found here. `withdrawResponse`
 * forgets it.
 */
export async function findHeld(
  ctx: Ctx,
  survey: SurveyRow,
  by: { id: number } | { participantId: string },
): Promise<Held | null> {
  const r = surveyResponses;
  const which = "id" in by ? eq(r.id, by.id) : eq(r.participantId, by.participantId);
  const [row] = await ctx.db
    .select({ response: r, name: participants.name, email: participants.email })
    .from(r)
    .innerJoin(participants, eq(participants.id, r.participantId))
    .where(and(eq(r.surveyId, survey.id), which));
  if (!row?.response.participantId) return null;
  const { questionnaire } = await getVersion(ctx, survey.id, row.response.version);
  const kept = Object.entries(row.response.answers).flatMap(([key, answer]) =>
    answer.state === "not_shown" ? [] : [[key, answer] as const],
  );
  const answers = shownIn(questionnaire, "en", Object.fromEntries(kept))
    .answers()
    .map(({ key, title, lines, state, other }) => ({
      key,
      title: title.text,
      words:
        state === "prefer_not"
          ? "Prefer not to say"
          : lines.filter(Boolean).join(", ") || (other ? "Other" : ""),
    }));
  return { ...row, participantId: row.response.participantId, answers };
}
