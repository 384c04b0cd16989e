import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportEvent } from "~/features/events/export-api.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const event = await exportEvent(ctx, args.params.slug ?? "");
  return event ? json(event) : json({ error: "There is no such event." }, { status: 404 });
}
