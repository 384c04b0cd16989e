import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";

type ThemeCardsProps = {
  /** Each with the events and surveys of which something was published. */
  themes: readonly { slug: string; label: string; plainLabel: string; events: number; surveys: number }[];
  locale: Locale;
  link: (path: string) => string;
};

const PALETTES = ["green", "blue", "brick"] as const;

/** Themes as cards, in residents' words. */
export function ThemeCards({ themes, locale, link }: ThemeCardsProps) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {themes.map(({ slug, label, plainLabel, events, surveys }, n) => (
        <LinkCard
          key={slug}
          href={link(`/themes/${slug}`)}
          title={plainLabel}
          text={label === plainLabel ? undefined : label}
          palette={PALETTES[n % PALETTES.length] ?? "green"}
          seed={17 + n * 5}
          tags={[
            ...(events > 0
              ? [{ text: t("themes.events", { count: events }), colour: "green" as const }]
              : []),
            ...(surveys > 0
              ? [{ text: t("themes.surveys", { count: surveys }), colour: "yellow" as const }]
              : []),
          ]}
          headingLevel={2}
          {...asEnglish(locale)}
        />
      ))}
    </CardGrid>
  );
}
