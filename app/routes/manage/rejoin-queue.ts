import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { rejoinQueue } from "~/features/events/rejoin-queue.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";

/** Nothing is done by looking: the button stands on the booking's page. */
export async function loader(args: LoaderFunctionArgs) {
  await staff(args);
  return redirect(`/manage/registrations/${args.params.id}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const result = await rejoinQueue(ctx, { id });
  if (!result.ok && result.reason === "missing") throw missing();
  return redirect(`/manage/registrations/${id}${result.ok ? "?done=rejoined" : ""}`, 303);
}
