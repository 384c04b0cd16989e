import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";
import type { Palette } from "~/ui/palettes";
import type { HeardListed } from "./read-heard.server";

type HeardCardsProps = {
  pages: readonly HeardListed[];
  locale: Locale;
  link: (path: string) => string;
  headingLevel?: 2 | 3;
};

/** Pages of what was heard, as cards with what came of it in numbers. */
export function HeardCards({ pages, locale, link, headingLevel }: HeardCardsProps) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {pages.map(({ slug, title, summary, neighbourhood, content }) => (
        <LinkCard
          key={slug}
          href={link(`/events/${slug}/heard`)}
          title={title}
          text={firstSentence(summary)}
          palette={(neighbourhood?.palette as Palette | undefined) ?? "green"}
          seed={seedOf(slug)}
          tags={[
            { text: t("heard.notes", { count: content.notes }), colour: "green" },
            {
              text: t("heard.stepsCount", {
                count: content.steps.filter((step) => step.kind !== "cannot").length,
              }),
              colour: "yellow",
            },
          ]}
          headingLevel={headingLevel}
          {...asEnglish(locale)}
        />
      ))}
    </CardGrid>
  );
}

const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
const seedOf = (slug: string) => [...slug].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 97;
