import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { longDay } from "~/platform/london";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";
import type { BoardListed } from "./read-boards.server";

type BoardCardsProps = {
  boards: readonly BoardListed[];
  standing: "open" | "not_yet" | "closed";
  locale: Locale;
  link: (path: string) => string;
};

/** Boards as cards: what they ask, until when, and how much has come in. */
export function BoardCards({ boards, standing, locale, link }: BoardCardsProps) {
  const { t } = useTranslation();
  const when = { open: "ideas.closes", not_yet: "ideas.opens", closed: "ideas.closed" }[standing];
  return (
    <CardGrid>
      {boards.map(({ board, ideas }) => {
        const day = longDay(standing === "not_yet" ? board.opensAt : board.closesAt, locale);
        return (
          <LinkCard
            key={board.slug}
            href={link(`/ideas/${board.slug}`)}
            title={board.title}
            text={board.question}
            palette="green"
            seed={board.slug.length * 7}
            tags={[
              { text: t("ideas.count", { count: ideas }), colour: "green" },
              { text: t(when, { day }), colour: "grey" },
            ]}
            {...asEnglish(locale)}
          />
        );
      })}
    </CardGrid>
  );
}
