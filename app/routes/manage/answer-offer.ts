import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { acceptOffer } from "~/features/events/accept-offer.server";
import { declineOffer } from "~/features/events/cancel-registration.server";
import { missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { one } from "~/ui/typed";

/** Nothing is done by looking: the buttons stand on the booking's page. */
export async function loader(args: LoaderFunctionArgs) {
  await staff(args);
  return redirect(`/manage/registrations/${args.params.id}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const accepts = one(await typedIn(args.request), "answer") === "accept";
  const result = accepts ? await acceptOffer(ctx, { id }) : await declineOffer(ctx, { id });
  if (!result.ok && result.reason === "missing") throw missing();
  const done = result.ok ? (accepts ? "accepted" : "declined") : "offer_gone";
  return redirect(`/manage/registrations/${id}?done=${done}`, 303);
}
