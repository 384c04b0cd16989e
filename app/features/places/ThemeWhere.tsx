import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Table } from "~/ui/Table";

/** What came up in one neighbourhood, or in the whole borough (null): numbers of things, never of people. */
export type ThemePlace = {
  neighbourhood: { slug: string; name: string } | null;
  events: number;
  notes: number;
  surveys: number;
};

type ThemeWhereProps = { places: readonly ThemePlace[]; locale: Locale; link: (path: string) => string };

/** Where a theme came up. */
export function ThemeWhere({ places, locale, link }: ThemeWhereProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t("themes.where")}
      captionHidden
      cards
      rows={places}
      rowKey={({ neighbourhood }) => neighbourhood?.slug ?? ""}
      columns={[
        {
          header: t("themes.place"),
          cell: ({ neighbourhood }) =>
            neighbourhood ? (
              <a href={link(`/neighbourhoods/${neighbourhood.slug}`)} {...asEnglish(locale)}>
                {neighbourhood.name}
              </a>
            ) : (
              t("themes.wholeBorough")
            ),
        },
        { header: t("themes.eventsHead"), numeric: true, cell: (one) => one.events },
        { header: t("themes.notesHead"), numeric: true, cell: (one) => one.notes },
        { header: t("themes.surveysHead"), numeric: true, cell: (one) => one.surveys },
      ]}
    />
  );
}
