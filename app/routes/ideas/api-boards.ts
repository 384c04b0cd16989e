import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { exportBoards } from "~/features/ideas/export-api.server";
import { nextTurn } from "~/features/ideas/read-boards.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = await nextTurn(ctx);
  return json(await exportBoards(ctx));
}
