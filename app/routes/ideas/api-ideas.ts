import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportIdeas } from "~/features/ideas/export-api.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["neighbourhood", "after", "limit"] });
  const query = new URL(args.request.url).searchParams;
  const made = await exportIdeas(ctx, args.params.board ?? "", query);
  if (made.ok) return json(made.page);
  if (made.reason === "missing") return json({ error: "There is no such board." }, { status: 404 });
  const [[field, [problem]] = ["", [""]]] = Object.entries(made.fields ?? {});
  return json({ error: [field, problem].filter(Boolean).join(": ") }, { status: 400 });
}
