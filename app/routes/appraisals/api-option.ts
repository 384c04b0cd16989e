import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportResult } from "~/features/appraisals/export-results.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const result = await exportResult(ctx, args.params.slug ?? "");
  if (!result) throw missing();
  return json(result);
}
