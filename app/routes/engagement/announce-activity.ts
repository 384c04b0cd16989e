import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { announceActivity } from "~/features/engagement/announce-activity.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const result = await announceActivity(ctx, { slug });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=announced`, 303);
  throw result.reason === "missing" ? missing() : forbidden();
}
