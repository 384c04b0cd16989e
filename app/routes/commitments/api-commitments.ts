import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportCommitments } from "~/features/commitments/export-api.server";
import { startOfDay } from "~/platform/london";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {
    params: ["state", "owner", "neighbourhood", "source", "before", "limit"],
  });
  args.context.page.until = startOfDay(ctx.now, 1);
  const made = await exportCommitments(ctx, new URL(args.request.url).searchParams);
  if (made.ok) return json(made.page);
  const [[field, [problem]] = ["", [""]]] = Object.entries(made.fields ?? {});
  return json({ error: [field, problem].filter(Boolean).join(": ") }, { status: 400 });
}
