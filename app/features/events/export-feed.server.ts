import type { Ctx } from "~/platform/context.server";
import { dayAndClock } from "~/platform/london";
import type { EventSeen } from "./read.server";

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

/** Coming events as RSS 2.0, the next first. */
export function eventsFeed(ctx: Ctx, title: string, events: readonly EventSeen[]): string {
  const items = events.map(({ event, venue }) => {
    const url = `${ctx.origin}/events/${event.slug}`;
    const where = venue ? `, ${venue.name}` : "";
    return `<item><title>${xml(event.title)}</title><link>${url}</link><guid isPermaLink="true">${url}</guid>${
      event.publishedAt ? `<pubDate>${event.publishedAt.toUTCString()}</pubDate>` : ""
    }<description>${xml(`${dayAndClock(event.startsAt)}${where}. ${event.summary}`)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${ctx.origin}/events</link><description>${xml(title)}</description><language>en-gb</language><atom:link href="${ctx.origin}/events.rss" rel="self" type="application/rss+xml"/>${items.join("")}</channel></rss>
`;
}
