import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { publishSeries } from "~/features/events/publish-series.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** Nothing is done by looking: the button stands on the event's page. */
export async function loader(args: LoaderFunctionArgs) {
  await staff(args);
  return redirect(`/manage/events/${args.params.slug}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const result = await publishSeries(ctx, { slug });
  if (result.ok) return redirect(`/manage/events/${slug}?done=published_series`, 303);
  throw result.reason === "missing" ? missing() : forbidden();
}
