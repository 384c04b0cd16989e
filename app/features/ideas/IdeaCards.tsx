import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";
import { isPalette } from "~/ui/palettes";
import type { TagItem } from "~/ui/Tags";
import type { IdeaListed } from "./read-list.server";
import { asWritten } from "./rules";
import { shortened } from "./shortened";

/** What a card needs of an idea. */
export type IdeaCard = {
  slug: string;
  title: string;
  text: string;
  locale: string;
  origin: "resident" | "staff" | "event_note";
  support: number;
  comments: number;
  neighbourhood: { name: string; palette: string; seed: number } | null;
};

/** What a list page hands to the cards. */
export const cardOf = ({ idea, neighbourhood }: Pick<IdeaListed, "idea" | "neighbourhood">): IdeaCard => ({
  slug: idea.slug,
  title: idea.title,
  text: shortened(idea.text),
  locale: idea.locale,
  origin: idea.origin,
  support: idea.supportCount,
  comments: idea.commentCount,
  neighbourhood,
});

type IdeaCardsProps = {
  ideas: readonly IdeaCard[];
  board: { slug: string; support: "none" | "one" | "points" };
  locale: Locale;
  link: (path: string) => string;
  headingLevel?: 2 | 3;
};

/** Ideas as cards: what they say in short, where, and how many support them. */
export function IdeaCards({ ideas, board, locale, link, headingLevel = 3 }: IdeaCardsProps) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {ideas.map((idea) => {
        const palette = idea.neighbourhood?.palette ?? "";
        const tags: TagItem[] = [];
        if (board.support === "one") {
          tags.push({ text: t("ideas.supports", { count: idea.support }), colour: "green" });
        }
        if (board.support === "points") {
          tags.push({ text: t("ideas.points", { count: idea.support }), colour: "green" });
        }
        if (idea.comments > 0) {
          tags.push({ text: t("ideas.comments", { count: idea.comments }), colour: "blue" });
        }
        if (idea.origin === "event_note") tags.push({ text: t("ideas.origin.event_note"), colour: "grey" });
        tags.push({ text: idea.neighbourhood?.name ?? t("ideas.borough"), colour: "yellow" });
        return (
          <LinkCard
            key={idea.slug}
            href={link(`/ideas/${board.slug}/${idea.slug}`)}
            title={idea.title}
            text={idea.text}
            palette={isPalette(palette) ? palette : "green"}
            seed={(idea.neighbourhood?.seed ?? 3) + idea.slug.length}
            tags={tags}
            headingLevel={headingLevel}
            {...asWritten(idea.locale, locale)}
          />
        );
      })}
    </CardGrid>
  );
}
