import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import type { ActivitySeen } from "./read.server";
import { type Standing, standingOf } from "./rules";
import { daysWords } from "./staff-words";

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

const WORDS: Record<Standing, string> = {
  draft: "Draft",
  planned: "Coming up",
  not_started: "Has not started yet",
  open: "Open now",
  closed: "Closed",
  done: "Done",
  cancelled: "Called off",
};

/** Activities as RSS 2.0, the last announced first. */
export function activitiesFeed(ctx: Ctx, title: string, activities: readonly ActivitySeen[]): string {
  const today = dayOf(ctx.now);
  const items = activities.map(({ activity, neighbourhood }) => {
    const url = `${ctx.origin}/engagement/${activity.slug}`;
    const when = `${WORDS[standingOf(activity, today)]}, ${daysWords(activity.opensDay, activity.closesDay)}`;
    const where = neighbourhood ? `, ${neighbourhood.name}` : "";
    return `<item><title>${xml(activity.title)}</title><link>${url}</link><guid isPermaLink="true">${url}</guid>${
      activity.announcedAt ? `<pubDate>${activity.announcedAt.toUTCString()}</pubDate>` : ""
    }<description>${xml(`${when}${where}. ${activity.summary}`)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${ctx.origin}/engagement</link><description>${xml(title)}</description><language>en-gb</language><atom:link href="${ctx.origin}/engagement.rss" rel="self" type="application/rss+xml"/>${items.join("")}</channel></rss>
`;
}
