import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { signInAsDemoPerson } from "~/features/people/sign-in-as-demo-person.server";
import { missing, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { safeRedirect } from "~/routes/safe-redirect";
import { visitOf } from "~/routes/visit.server";
import { one } from "~/ui/typed";

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return safeRedirect("/sign-in");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const typed = await typedIn(args.request);
  const visit = await visitOf(args.request);
  const signed = await signInAsDemoPerson(ctx, { slug: one(typed, "person"), visit });
  if (!signed.ok) throw missing();
  return safeRedirect(one(typed, "then"), signed.isStaff ? "/manage" : "/account", signed.cookie);
}
