import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { FilterPanel } from "~/ui/FilterPanel";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { type Chosen, responsesAddress } from "./address";
import { KINDS, type Kind } from "./rules";

type ResponseFiltersProps = {
  chosen: Chosen;
  counts: Readonly<Record<Kind, number>>;
  neighbourhoods: readonly { slug: string; name: string }[];
  themes: readonly { slug: string; plainLabel: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** Narrows the public list by what happened, place and theme; the address keeps the choice. */
export function ResponseFilters({
  chosen,
  counts,
  neighbourhoods,
  themes,
  locale,
  link,
}: ResponseFiltersProps) {
  const { t } = useTranslation();
  const { lang } = asEnglish(locale);
  const place = neighbourhoods.find((one) => one.slug === chosen.neighbourhood);
  const theme = themes.find((one) => one.slug === chosen.theme);
  const without = (name: keyof Chosen) => link(responsesAddress({ ...chosen, [name]: "" }));
  const active = [
    ...(chosen.kind ? [{ text: t(`responses.kind.${chosen.kind}`), removeHref: without("kind") }] : []),
    ...(place ? [{ text: place.name, removeHref: without("neighbourhood") }] : []),
    ...(theme ? [{ text: theme.plainLabel, removeHref: without("theme") }] : []),
  ];
  return (
    <FilterPanel
      title={t("responses.filter.title")}
      action={link("/you-said-we-did")}
      apply={t("responses.filter.show")}
      chosenTitle={t("events.chosen")}
      chosen={active}
      clear={{ href: link("/you-said-we-did"), text: t("responses.filter.clear") }}
    >
      <Radios
        name="kind"
        legend={t("responses.filter.kind")}
        value={chosen.kind}
        small
        items={[
          { value: "", label: t("responses.filter.kinds") },
          ...KINDS.map((kind) => ({
            value: kind,
            label: `${t(`responses.kind.${kind}`)} (${counts[kind]})`,
          })),
        ]}
      />
      <Select
        name="neighbourhood"
        label={t("responses.filter.neighbourhood")}
        defaultValue={chosen.neighbourhood}
        items={[
          { value: "", text: t("responses.filter.neighbourhoods") },
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name, lang })),
        ]}
      />
      <Select
        name="theme"
        label={t("responses.filter.theme")}
        defaultValue={chosen.theme}
        items={[
          { value: "", text: t("responses.filter.themes") },
          ...themes.map(({ slug, plainLabel }) => ({ value: slug, text: plainLabel, lang })),
        ]}
      />
    </FilterPanel>
  );
}
