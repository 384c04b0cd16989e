import { surveyDrafts } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import { readable } from "~/platform/ids.server";
import { dayOf, startOfDay } from "~/platform/london";
import { seal } from "~/platform/sealed.server";
import type { Draft } from "./answering";
import { draftId, draftKey } from "./read-draft.server";
import { DRAFT_DAYS } from "./rules";

/** A new return code, to be written down: three groups of four, some 59 bits. */
export const newCode = () => [readable(4), readable(4), readable(4)].join("-");

/** Keeps answers on the way under their return code, inside a write. Only the day they go is kept beside them. */
export async function putDraft(ctx: Ctx, surveyId: string, code: string, draft: Draft): Promise<void> {
  const sealed = seal(draftKey(ctx, code), "survey-draft", JSON.stringify(draft));
  const lastDay = dayOf(startOfDay(ctx.now, DRAFT_DAYS));
  await ctx.db
    .insert(surveyDrafts)
    .values({ id: draftId(ctx, code), surveyId, sealed, lastDay })
    .onConflictDoUpdate({ target: surveyDrafts.id, set: { sealed, lastDay } });
}
