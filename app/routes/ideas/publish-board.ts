import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { publishBoard } from "~/features/ideas/publish-board.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.board ?? "";
  const published = await publishBoard(ctx, { slug });
  if (published.ok) return redirect(`/manage/ideas/${slug}?done=published`, 303);
  if (published.reason === "missing") throw missing();
  if (published.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/ideas/${slug}/edit`, 303);
}
