import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { approveRegistration } from "~/features/events/approve-registration.server";
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
  const result = await approveRegistration(ctx, { id });
  if (!result.ok && result.reason === "missing") throw missing();
  if (!result.ok) return redirect(`/manage/registrations/${id}`, 303);
  return redirect(`/manage/registrations/${id}?done=${result.placed ? "approved" : "approved_waiting"}`, 303);
}
