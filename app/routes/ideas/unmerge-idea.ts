import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { undoMerge } from "~/features/ideas/merge-ideas.server";
import { findIdeaForStaff } from "~/features/ideas/read-staff.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { board = "", idea = "" } = args.params;
  const found = await findIdeaForStaff(ctx, board, idea);
  if (!found) throw missing();
  const undone = await undoMerge(ctx, { id: found.idea.id });
  if (undone.ok) return redirect(`/manage/ideas/${board}/${idea}?done=unmerged`, 303);
  if (undone.reason === "not_allowed") throw forbidden();
  // Somebody else was quicker.
  return redirect(`/manage/ideas/${board}/${idea}`, 303);
}
