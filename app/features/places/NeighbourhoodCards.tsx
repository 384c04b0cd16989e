import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { AskCard } from "~/ui/AskCard";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";
import type { Palette } from "~/ui/palettes";

type Card = { slug: string; name: string; summary: string; palette: Palette; seed: number; upcoming: number };
type NeighbourhoodCardsProps = {
  neighbourhoods: readonly Card[];
  locale: Locale;
  link: (path: string) => string;
};

/** Every neighbourhood as a card, and a postcode box for who does not know theirs. */
export function NeighbourhoodCards({ neighbourhoods, locale, link }: NeighbourhoodCardsProps) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {neighbourhoods.map((one) => (
        <LinkCard
          key={one.slug}
          href={link(`/neighbourhoods/${one.slug}`)}
          title={one.name}
          text={one.summary}
          palette={one.palette}
          seed={one.seed}
          tags={[{ text: t("events.count", { count: one.upcoming }), colour: "green" }]}
          {...asEnglish(locale)}
        />
      ))}
      <AskCard
        title={t("places.ask.title")}
        text={t("places.ask.text")}
        action={link("/neighbourhoods/find")}
        name="postcode"
        label={t("places.ask.label")}
        button={t("places.ask.button")}
        autoComplete="postal-code"
      />
    </CardGrid>
  );
}
