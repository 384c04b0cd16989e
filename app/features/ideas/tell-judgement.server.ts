import { bslBlocks, reachOf } from "~/features/people/messages";
import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { type Block, letter } from "~/platform/letter.server";
import { inLocale } from "~/platform/locales";
import { tell } from "~/platform/outbox.server";
import type { RemovalReason } from "./moderation";
import type { Subject } from "./open-case.server";
import { findAuthor, findSubject, ownLink } from "./read-cases.server";

/** What an author is told. */
export type JudgementNews = {
  about: "shown" | "removed" | "appeal_kept" | "appeal_granted";
  reason: RemovalReason | null;
  /** Makes two messages of one kind two, and a second one with the same mark none. */
  mark: string;
};

/**
 * Tells an author what was decided about their words, the way they chose; whoever left no way to be reached sees it
 * at their own link. Inside a write.
 */
export async function tellJudgement(ctx: Ctx, subject: Subject, news: JudgementNews): Promise<void> {
  const words = await findSubject(ctx, subject);
  if (!words?.participantId) return;
  const author = await findAuthor(ctx, words.participantId);
  if (!author) return;
  const reach = await reachOf(ctx, author);
  const t = translator(reach.locale);
  const borough = await getBorough(ctx);
  const { phone } = borough.contacts;
  const said = { title: words.idea.title, board: words.board.title, phone };
  const path = inLocale(reach.locale, `/your-words/${ownLink(ctx, subject.id)}`);
  const hello: Block = {
    kind: "text",
    text: author.name ? t("mail.hello", { name: author.name }) : t("said.mail.hello"),
  };
  const reason: Block[] = news.reason
    ? [{ kind: "facts", rows: [[t("said.mail.reason"), t(`said.reasons.${news.reason}`)]] }]
    : [];
  const laidOut = letter({
    locale: reach.locale,
    from: { name: borough.name, phone, programme: borough.programme },
    subject: t(`said.mail.${news.about}Subject`),
    blocks: [
      hello,
      { kind: "text", text: t(`said.mail.${news.about}`, said) },
      ...reason,
      { kind: "link", label: t("said.mail.link"), href: `${ctx.origin}${path}` },
      ...bslBlocks(ctx, reach),
    ],
  });
  await tell(ctx, reach, {
    ...laidOut,
    key: `judged:${news.mark}`,
    about: { kind: "participant", id: author.id },
  });
}
