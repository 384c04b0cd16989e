import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { FilterPanel } from "~/ui/FilterPanel";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";

type Chosen = { neighbourhood: string; when: string; words: string };
type EventFiltersProps = {
  chosen: Chosen;
  neighbourhoods: readonly { slug: string; name: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** Narrows the list of events; the address keeps the choice. */
export function EventFilters({ chosen, neighbourhoods, locale, link }: EventFiltersProps) {
  const { t } = useTranslation();
  const without = (part: keyof Chosen) => {
    const rest = { ...chosen, [part]: part === "when" ? "upcoming" : "" };
    const query = new URLSearchParams();
    if (rest.neighbourhood) query.set("neighbourhood", rest.neighbourhood);
    if (rest.when !== "upcoming") query.set("when", rest.when);
    if (rest.words) query.set("q", rest.words);
    return `${link("/events")}${query.size > 0 ? `?${query}` : ""}`;
  };
  const name = neighbourhoods.find((one) => one.slug === chosen.neighbourhood)?.name;
  const active = [
    ...(chosen.words ? [{ text: `“${chosen.words}”`, removeHref: without("words") }] : []),
    ...(name ? [{ text: name, removeHref: without("neighbourhood") }] : []),
    ...(chosen.when !== "upcoming"
      ? [{ text: t(`events.when.${chosen.when}`), removeHref: without("when") }]
      : []),
  ];
  return (
    <FilterPanel
      title={t("events.filter")}
      action={link("/events")}
      apply={t("events.show")}
      chosenTitle={t("events.chosen")}
      chosen={active}
      clear={{ href: link("/events"), text: t("events.clear") }}
    >
      <TextInput
        name="q"
        type="search"
        label={t("events.words")}
        defaultValue={chosen.words}
        maxLength={100}
      />
      <Select
        name="neighbourhood"
        label={t("events.near")}
        defaultValue={chosen.neighbourhood}
        items={[
          { value: "", text: t("events.anywhere") },
          ...neighbourhoods.map(({ slug, name }) => ({
            value: slug,
            text: name,
            lang: asEnglish(locale).lang,
          })),
        ]}
      />
      <Radios
        name="when"
        legend={t("events.whenLabel")}
        value={chosen.when}
        small
        items={["upcoming", "week", "month", "past"].map((when) => ({
          value: when,
          label: t(`events.when.${when}`),
        }))}
      />
    </FilterPanel>
  );
}
