import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportCsv } from "~/features/figures/export-figures.server";
import { shownFigures } from "~/routes/figures-shown.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const { figures } = await shownFigures(ctx, args.params.snapshot);
  return new Response(exportCsv(figures), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="figures-${figures.id}.csv"`,
    },
  });
}
