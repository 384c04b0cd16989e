import type { Participant } from "~/features/people/record-participant.server";
import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { type Block, letter } from "~/platform/letter.server";
import { inLocale, type Locale } from "~/platform/locales";
import { tell } from "~/platform/outbox.server";
import { secretLink } from "~/platform/secret-links.server";
import type { BoardRow, IdeaRow } from "./read.server";
import { UNCONFIRMED_DAYS } from "./rules";

/** What an author is told of their idea. */
export type AboutIdea = "live" | "held" | "confirm";

/** The secret part of the address on which an author says that an idea is theirs. */
export const confirmLink = (ctx: Ctx, ideaId: string) => secretLink(ctx.secret, "idea", ideaId, 1);

/** Tells the author of an idea where it stands, or sends them the link that confirms their address. Inside a write. */
export async function tellAuthor(
  ctx: Ctx,
  { idea, board, author }: { idea: IdeaRow; board: BoardRow; author: Participant },
  about: AboutIdea,
): Promise<void> {
  if (author.preferredContact !== "email" || !author.email) return;
  const t = translator(author.locale as Locale);
  const borough = await getBorough(ctx);
  const words = { name: author.name, title: idea.title, board: board.title, days: UNCONFIRMED_DAYS };
  const path =
    about === "confirm" ? `/ideas/confirm/${confirmLink(ctx, idea.id)}` : `/ideas/${board.slug}/${idea.slug}`;
  const link: Block = {
    kind: "link",
    label: t(about === "confirm" ? "ideas.mail.confirmLink" : "ideas.mail.liveLink"),
    href: `${ctx.origin}${inLocale(author.locale as Locale, path)}`,
  };
  const laidOut = letter({
    locale: author.locale as Locale,
    from: { name: borough.name, phone: borough.contacts.phone, programme: borough.programme },
    subject: t(`ideas.mail.${about}Subject`, words),
    blocks: [
      { kind: "text", text: t(author.name ? "mail.hello" : "ideas.mail.hello", words) },
      { kind: "text", text: t(`ideas.mail.${about}`, words) },
      ...(about === "held" ? [] : [link]),
    ],
  });
  await tell(
    ctx,
    { channel: "email", recipient: author.email, name: author.name, locale: author.locale },
    { ...laidOut, key: `idea:${idea.id}:${about}`, about: { kind: "participant", id: author.id } },
  );
}
