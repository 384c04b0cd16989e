import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { declineOffer } from "~/features/events/cancel-registration.server";
import { inLocale, type Locale } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

/** Nothing is done by looking: a link that was opened leads to the page with the button. */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return redirect(inLocale(args.context.locale as Locale, `/registrations/${args.params.token}`));
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const token = args.params.token ?? "";
  const result = await declineOffer(ctx, { link: token });
  const back = inLocale(args.context.locale as Locale, `/registrations/${token}`);
  if (!result.ok) throw missing();
  return redirect(back, 303);
}
