import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportResponses } from "~/features/responses/export-api.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["kind", "neighbourhood", "theme", "after", "limit"] });
  const made = await exportResponses(ctx, new URL(args.request.url).searchParams);
  if (made.ok) return json(made.page);
  const [[field, [problem]] = ["", [""]]] = Object.entries(made.fields ?? {});
  return json({ error: [field, problem].filter(Boolean).join(": ") }, { status: 400 });
}
