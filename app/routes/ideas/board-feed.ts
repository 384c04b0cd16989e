import type { LoaderFunctionArgs } from "@remix-run/node";
import { ideasFeed } from "~/features/ideas/export-feed.server";
import { findBoard } from "~/features/ideas/read.server";
import { listNewest } from "~/features/ideas/read-list.server";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const board = await findBoard(ctx, args.params.board ?? "");
  if (!board) throw missing();
  const feed = ideasFeed(ctx, board, await listNewest(ctx, { boardId: board.id, limit: 50 }));
  return new Response(feed, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
}
