import { isFeedbackOut } from "~/features/events/read-heard.server";
import { type FiguresSeen, findEdition, listEditions } from "~/features/figures/read.server";
import { isAgreementOut } from "~/features/ideas/read-statements.server";
import { areResultsOut } from "~/features/surveys/read-results.server";
import type { Ctx } from "~/platform/context.server";
import { missing } from "./form.server";

/** Which room says whether figures about something of its own may be seen by everyone. */
const SHOWN: Readonly<Record<string, (ctx: Ctx, id: string) => Promise<boolean>>> = {
  event_feedback: isFeedbackOut,
  // Published for everyone, once it is published at all.
  who_answered: async () => true,
  survey_results: areResultsOut,
  idea_agreement: isAgreementOut,
};

/** An edition that everyone may see, and all editions of the same figures, the newest first. Else missing. */
export async function shownFigures(ctx: Ctx, id: string | undefined) {
  const figures: FiguresSeen | null = await findEdition(ctx, id ?? "");
  if (!figures) throw missing();
  const { subjectKind: kind, subjectId } = figures;
  if (!(await SHOWN[kind]?.(ctx, subjectId))) throw missing();
  return { figures, editions: await listEditions(ctx, { kind, id: subjectId }) };
}
