import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportResult } from "~/features/appraisals/export-results.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const result = await exportResult(ctx, args.params.slug ?? "");
  return result ? json(result) : json({ error: "There is no such result." }, { status: 404 });
}
