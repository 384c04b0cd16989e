import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportResults } from "~/features/appraisals/export-results.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  return json(await exportResults(ctx));
}
