import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventsFeed } from "~/features/events/export-feed.server";
import { listNextEvents } from "~/features/events/read.server";
import { listHeard } from "~/features/events/read-heard.server";
import { getBorough } from "~/features/places/read.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const { programme, name } = await getBorough(ctx);
  const events = await listNextEvents(ctx, { limit: 50 });
  const heard = await listHeard(ctx, { limit: 20 });
  const feed = eventsFeed(ctx, `${programme}: events in ${name}`, events, heard);
  return new Response(feed, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
}
