import type { LoaderFunctionArgs } from "@remix-run/node";
import { activitiesFeed } from "~/features/engagement/export-feed.server";
import { listForFeed } from "~/features/engagement/read.server";
import { nextMidnight } from "~/features/engagement/rules";
import { getBorough } from "~/features/places/read.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = nextMidnight(ctx.now);
  const { programme, name } = await getBorough(ctx);
  const feed = activitiesFeed(ctx, `${programme}: have your say in ${name}`, await listForFeed(ctx));
  return new Response(feed, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
}
