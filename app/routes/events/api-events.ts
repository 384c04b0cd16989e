import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportEvents } from "~/features/events/export-api.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  // Without `q` among them: what people search for freely is never kept.
  const ctx = await anyone(args, { params: ["when", "neighbourhood", "after", "limit"] });
  const made = await exportEvents(ctx, new URL(args.request.url).searchParams);
  if (made.ok) return json(made.page);
  const [[field, [problem]] = ["", [""]]] = Object.entries(made.fields ?? {});
  return json({ error: [field, problem].filter(Boolean).join(": ") }, { status: 400 });
}
