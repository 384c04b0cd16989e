import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { removeRep } from "~/features/engagement/remove-rep.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", account = "" } = args.params;
  const result = await removeRep(ctx, { slug, accountId: account });
  if (result.ok) return redirect(`/manage/engagement/${slug}/readers?done=rep_removed`, 303);
  throw result.reason === "missing" ? missing() : forbidden();
}
