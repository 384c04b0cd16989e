import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportPostcodes } from "~/features/places/export-postcodes.server";
import { staff } from "~/routes/guards.server";

/** The postcodes as a file that can be changed and taken in again. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  return new Response(await exportPostcodes(ctx), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="postcodes.csv"',
    },
  });
}
