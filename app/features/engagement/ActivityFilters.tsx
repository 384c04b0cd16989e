import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { FilterPanel } from "~/ui/FilterPanel";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { activitiesAddress } from "./address";

type Chosen = { neighbourhood: string; when: string };
type ActivityFiltersProps = {
  chosen: Chosen;
  neighbourhoods: readonly { slug: string; name: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** Narrows the list of activities; the address keeps the choice. */
export function ActivityFilters({ chosen, neighbourhoods, locale, link }: ActivityFiltersProps) {
  const { t } = useTranslation();
  const name = neighbourhoods.find((one) => one.slug === chosen.neighbourhood)?.name;
  const active = [
    ...(name ? [{ text: name, removeHref: link(activitiesAddress({ ...chosen, neighbourhood: "" })) }] : []),
    ...(chosen.when === "past"
      ? [{ text: t("engagement.past"), removeHref: link(activitiesAddress({ ...chosen, when: "coming" })) }]
      : []),
  ];
  return (
    <FilterPanel
      title={t("events.filter")}
      action={link("/engagement")}
      apply={t("engagement.show")}
      chosenTitle={t("events.chosen")}
      chosen={active}
      clear={{ href: link("/engagement"), text: t("engagement.clear") }}
    >
      <Select
        name="neighbourhood"
        label={t("events.near")}
        defaultValue={chosen.neighbourhood}
        items={[
          { value: "", text: t("events.anywhere") },
          ...neighbourhoods.map((one) => ({
            value: one.slug,
            text: one.name,
            lang: asEnglish(locale).lang,
          })),
        ]}
      />
      <Radios
        name="when"
        legend={t("events.whenLabel")}
        value={chosen.when}
        small
        items={(["coming", "past"] as const).map((when) => ({
          value: when,
          label: t(`engagement.${when}`),
        }))}
      />
    </FilterPanel>
  );
}
