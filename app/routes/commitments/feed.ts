import type { LoaderFunctionArgs } from "@remix-run/node";
import { commitmentsFeed } from "~/features/commitments/export-feed.server";
import { listForFeed } from "~/features/commitments/read.server";
import { getBorough } from "~/features/places/read.server";
import { startOfDay } from "~/platform/london";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = startOfDay(ctx.now, 1);
  const { programme, name } = await getBorough(ctx);
  const feed = commitmentsFeed(ctx, `${programme}: commitments in ${name}`, await listForFeed(ctx));
  return new Response(feed, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
}
