import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { titled } from "~/routes/title";

export const meta: MetaFunction = (args) => titled(args, undefined);

/** Every address that nothing else answers: the page that says so then has the phone number and the site around it. */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  throw missing();
}

export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  throw missing();
}

export default function Missing() {
  return null;
}
