import type { Ctx } from "~/platform/context.server";
import type { BoardRow, IdeaSeen } from "./read.server";
import { shortened } from "./shortened";

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

/** A board's shown ideas as RSS 2.0, the newest first. */
export function ideasFeed(ctx: Ctx, board: BoardRow, ideas: readonly IdeaSeen[]): string {
  const home = `${ctx.origin}/ideas/${board.slug}`;
  const items = ideas.map(({ idea }) => {
    const url = `${home}/${idea.slug}`;
    const at = (idea.publishedAt ?? idea.createdAt).toUTCString();
    return `<item><title>${xml(idea.title)}</title><link>${url}</link><guid isPermaLink="true">${url}</guid><pubDate>${at}</pubDate><description>${xml(shortened(idea.text, 400))}</description></item>`;
  });
  const title = xml(board.title);
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${title}</title><link>${home}</link><description>${xml(board.question)}</description><language>en-gb</language><atom:link href="${home}.rss" rel="self" type="application/rss+xml"/>${items.join("")}</channel></rss>
`;
}
