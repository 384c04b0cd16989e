import type { Ctx } from "~/platform/context.server";
import type { ResponseSeen } from "./read.server";
import { KIND_WORDS } from "./rules";

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

/** Answers that stand as RSS 2.0, the newest first. */
export function responsesFeed(ctx: Ctx, title: string, responses: readonly ResponseSeen[]): string {
  const items = responses.map(({ response }) => {
    const url = `${ctx.origin}/you-said-we-did/${response.id}`;
    const words = [KIND_WORDS[response.kind], response.text, response.reason].filter(Boolean).join(". ");
    const at = response.publishedAt ? `<pubDate>${response.publishedAt.toUTCString()}</pubDate>` : "";
    return `<item><title>${xml(`“${response.said}”`)}</title><link>${url}</link><guid isPermaLink="true">${url}</guid>${at}<description>${xml(words)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${ctx.origin}/you-said-we-did</link><description>${xml(title)}</description><language>en-gb</language><atom:link href="${ctx.origin}/you-said-we-did.rss" rel="self" type="application/rss+xml"/>${items.join("")}</channel></rss>
`;
}
