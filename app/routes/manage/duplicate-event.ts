import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { duplicateEvent } from "~/features/events/duplicate-event.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** Nothing is done by looking: the button stands on the event's page. */
export async function loader(args: LoaderFunctionArgs) {
  await staff(args);
  return redirect(`/manage/events/${args.params.slug}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const result = await duplicateEvent(ctx, { slug: args.params.slug ?? "" });
  if (result.ok) return redirect(`/manage/events/${result.slug}?done=duplicated`, 303);
  throw result.reason === "missing" ? missing() : forbidden();
}
