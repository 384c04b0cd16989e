import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeTemplate } from "~/features/equality/import-population.server";
import { staff } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  return new Response(await writeTemplate(ctx), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="who-lives-here.csv"',
    },
  });
}
