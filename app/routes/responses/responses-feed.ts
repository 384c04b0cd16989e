import type { LoaderFunctionArgs } from "@remix-run/node";
import { getBorough } from "~/features/places/read.server";
import { responsesFeed } from "~/features/responses/export-feed.server";
import { listStanding } from "~/features/responses/read.server";
import { anyone } from "~/routes/guards.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const { programme } = await getBorough(ctx);
  const { responses } = await listStanding(ctx, {}, 50);
  const feed = responsesFeed(ctx, `${programme}: you said, what happened`, responses);
  return new Response(feed, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
}
