import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportOpenApi } from "~/features/events/export-api.server";
import { getBorough } from "~/features/places/read.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  return json(exportOpenApi(ctx, (await getBorough(ctx)).programme));
}
