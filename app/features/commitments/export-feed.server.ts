import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { dayOf } from "~/platform/london";
import { dueWords } from "./due-words";
import type { CommitmentSeen } from "./read.server";
import { inShort, shownCommitment, stateKey } from "./shown";

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

/** Commitments as RSS 2.0, the one that changed last first; each change is an entry of its own. */
export function commitmentsFeed(ctx: Ctx, title: string, commitments: readonly CommitmentSeen[]): string {
  const today = dayOf(ctx.now);
  const t = translator("en");
  const items = commitments.map((seen) => {
    const shown = shownCommitment(seen, today);
    const url = `${ctx.origin}/commitments/${shown.number}`;
    const owner = shown.owner ? `${shown.owner.role}, ${shown.owner.organisation}` : t("commitments.noOwner");
    const due = shown.due ? dueWords(t, shown.due.day, shown.due.precision) : null;
    const words = [
      t(`commitments.${stateKey(shown)}`),
      due && `${t("commitments.due")}: ${due}`,
      `${t("commitments.owner")}: ${owner}`,
    ];
    const description = `${words.filter(Boolean).join(". ")}. ${shown.said}`;
    return `<item><title>${xml(inShort(shown.said))}</title><link>${url}</link><guid isPermaLink="false">${url}#${seen.commitment.acts}</guid><pubDate>${seen.commitment.changedAt.toUTCString()}</pubDate><description>${xml(description)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${ctx.origin}/commitments</link><description>${xml(title)}</description><language>en-gb</language><atom:link href="${ctx.origin}/commitments.rss" rel="self" type="application/rss+xml"/>${items.join("")}</channel></rss>
`;
}
