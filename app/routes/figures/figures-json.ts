import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportJson } from "~/features/figures/export-figures.server";
import { shownFigures } from "~/routes/figures-shown.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const { figures } = await shownFigures(ctx, args.params.snapshot);
  return json(exportJson(figures));
}
