import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { letter } from "~/platform/letter.server";
import { inLocale, type Locale } from "~/platform/locales";
import { tell } from "~/platform/outbox.server";
import { hashed, secretLink } from "~/platform/secret-links.server";
import type { BoardRow, IdeaRow } from "./read.server";
import { type Author, listAuthors, listSupporters } from "./read-authors.server";
import { UNCONFIRMED_DAYS } from "./rules";

/** What an author is told of their idea. */
export type AboutIdea = "live" | "held" | "confirm";

type Message = {
  to: Author;
  ideaId: string;
  key: string;
  /** Names of its strings under `ideas.mail`. */
  subject: string;
  body: string;
  words: Record<string, string | number>;
  link: { label: string; path: string } | null;
};

async function send(ctx: Ctx, { to, ideaId, key, subject, body, words, link }: Message): Promise<void> {
  if (!to.email) return;
  const locale = to.locale as Locale;
  const t = translator(locale);
  const borough = await getBorough(ctx);
  const laidOut = letter({
    locale,
    from: { name: borough.name, phone: borough.contacts.phone, programme: borough.programme },
    subject: t(`ideas.mail.${subject}`, words),
    blocks: [
      { kind: "text", text: t(to.name ? "mail.hello" : "ideas.mail.hello", { name: to.name }) },
      { kind: "text", text: t(`ideas.mail.${body}`, words) },
      ...(link
        ? [
            {
              kind: "link" as const,
              label: t(`ideas.mail.${link.label}`),
              href: `${ctx.origin}${inLocale(locale, link.path)}`,
            },
          ]
        : []),
    ],
  });
  await tell(
    ctx,
    { channel: "email", recipient: to.email, name: to.name, locale },
    { ...laidOut, key, about: { kind: "idea", id: ideaId } },
  );
}

/** Tells the author of an idea where it stands, or sends them the link that confirms their address. Inside a write. */
export async function tellAuthor(
  ctx: Ctx,
  { idea, board, author }: { idea: IdeaRow; board: BoardRow; author: Author },
  about: AboutIdea,
): Promise<void> {
  const links = {
    live: { label: "liveLink", path: `/ideas/${board.slug}/${idea.slug}` },
    held: null,
    confirm: { label: "confirmLink", path: `/ideas/confirm/${secretLink(ctx.secret, "idea", idea.id, 1)}` },
  };
  await send(ctx, {
    to: author,
    ideaId: idea.id,
    key: `idea:${idea.id}:${about}`,
    subject: `${about}Subject`,
    body: about,
    words: { title: idea.title, board: board.title, days: UNCONFIRMED_DAYS },
    link: links[about],
  });
}

/** Mails the link by which somebody supports an idea. Inside a write. */
export async function mailSupportLink(
  ctx: Ctx,
  {
    email,
    locale,
    link,
    idea,
    board,
  }: { email: string; locale: Locale; link: string; idea: IdeaRow; board: BoardRow },
): Promise<void> {
  const minute = Math.floor(ctx.now.getTime() / 60_000);
  await send(ctx, {
    to: { id: "", name: "", email, locale },
    ideaId: idea.id,
    key: `idea-support:${idea.id}:${hashed(email)}:${minute}`,
    subject: "supportSubject",
    body: "support",
    words: { title: idea.title, board: board.title },
    link: { label: "supportLink", path: `/ideas/support/${link}` },
  });
}

/** Tells the authors of both ideas and the supporters of the one that goes, each address once. Inside a write. */
export async function tellOfMerge(
  ctx: Ctx,
  { from, into, board, reason }: { from: IdeaRow; into: IdeaRow; board: BoardRow; reason: string },
): Promise<void> {
  const told = new Set<string>();
  const words = { title: from.title, into: into.title, reason };
  const link = { label: "mergedLink", path: `/ideas/${board.slug}/${into.slug}` };
  const tellAll = async (people: Author[], body: string) => {
    for (const to of people) {
      const address = to.email?.toLowerCase();
      if (!address || told.has(address)) continue;
      told.add(address);
      const key = `idea-merge:${from.id}:${into.id}:${hashed(address)}`;
      await send(ctx, { to, ideaId: from.id, key, subject: "mergedSubject", body, words, link });
    }
  };
  await tellAll(await listAuthors(ctx, from), "mergedAuthor");
  await tellAll(await listAuthors(ctx, into), "intoAuthor");
  await tellAll(await listSupporters(ctx, from.id), "mergedSupporter");
}

/** Tells the author of an idea that it has become two. Inside a write. */
export async function tellOfSplit(
  ctx: Ctx,
  { idea, other, board, reason }: { idea: IdeaRow; other: IdeaRow; board: BoardRow; reason: string },
): Promise<void> {
  for (const to of await listAuthors(ctx, idea)) {
    await send(ctx, {
      to,
      ideaId: idea.id,
      key: `idea-split:${other.id}:${to.id}`,
      subject: "splitSubject",
      body: "split",
      words: { title: idea.title, into: other.title, reason },
      link: { label: "mergedLink", path: `/ideas/${board.slug}/${other.slug}` },
    });
  }
}
