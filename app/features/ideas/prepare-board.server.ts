import type { ideaBoards } from "~/db/tables/ideas";
import { findActivityChoice } from "~/features/engagement/read-staff.server";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { boardForm, fieldsOf } from "./schema";

/** What the form says about a board, with ids in place of what was chosen. */
export type BoardFacts = Omit<
  typeof ideaBoards.$inferSelect,
  "id" | "slug" | "state" | "createdAt" | "publishedAt"
>;

/** What a neighbourhood's own staff are told when they choose a place that is not theirs. */
export const NOT_YOURS = "Choose a neighbourhood that you organise boards for";

/** Checks the form of a board and looks up all that it names, before any write begins. */
export async function prepareBoard(
  ctx: Ctx,
  typed: unknown,
): Promise<{ ok: true; facts: BoardFacts } | Refusal<"invalid">> {
  const parsed = boardForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { activity, neighbourhood, ...form } = parsed.data;
  const activityId = activity ? await findActivityChoice(ctx, activity) : null;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  const fields: Record<string, string[]> = {};
  if (activity && !activityId) fields.activity = ["Choose an activity from the list"];
  if (neighbourhood && !near) fields.neighbourhood = ["Choose a neighbourhood from the list"];
  if (Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
  return { ok: true, facts: { ...form, activityId, neighbourhoodId: near?.id ?? null } };
}
