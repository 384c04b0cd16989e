import type { Ctx } from "~/platform/context.server";
import { dayAndClock } from "~/platform/london";
import type { EventSeen } from "./read.server";
import type { HeardListed } from "./read-heard.server";

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

/** Coming events as RSS 2.0, the next first; then what was heard at past ones, the newest first. */
export function eventsFeed(
  ctx: Ctx,
  title: string,
  events: readonly EventSeen[],
  heard: readonly HeardListed[] = [],
): string {
  const items = events.map(({ event, venue }) => {
    const url = `${ctx.origin}/events/${event.slug}`;
    const where = venue ? `, ${venue.name}` : "";
    return `<item><title>${xml(event.title)}</title><link>${url}</link><guid isPermaLink="true">${url}</guid>${
      event.publishedAt ? `<pubDate>${event.publishedAt.toUTCString()}</pubDate>` : ""
    }<description>${xml(`${dayAndClock(event.startsAt)}${where}. ${event.summary}`)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${ctx.origin}/events</link><description>${xml(title)}</description><language>en-gb</language><atom:link href="${ctx.origin}/events.rss" rel="self" type="application/rss+xml"/>${items.join("")}${heard.map((page) => heardItem(ctx, page)).join("")}</channel></rss>
`;
}

function heardItem(ctx: Ctx, { slug, title, summary, publishedAt }: HeardListed): string {
  const url = `${ctx.origin}/events/${slug}/heard`;
  const at = publishedAt ? `<pubDate>${publishedAt.toUTCString()}</pubDate>` : "";
  const name = xml(`What we heard: ${title}`);
  return `<item><title>${name}</title><link>${url}</link><guid isPermaLink="true">${url}</guid>${at}<description>${xml(summary)}</description></item>`;
}
