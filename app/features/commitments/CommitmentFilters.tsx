import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { FilterPanel } from "~/ui/FilterPanel";
import { Select } from "~/ui/Select";
import { type RegisterChoice, registerAddress } from "./address";
import { SOURCES, STATES } from "./rules";

type Named = { slug: string; name: string };

/** What the filters can be. */
export type FilterLists = { owners: readonly Named[]; neighbourhoods: readonly Named[] };

type CommitmentFiltersProps = FilterLists & {
  chosen: RegisterChoice;
  /** The theme that was come from, in words; it has no field of its own. */
  theme: string | null;
  locale: Locale;
  link: (path: string) => string;
};

/** Narrows the register; the address keeps the choice. */
export function CommitmentFilters(props: CommitmentFiltersProps) {
  const { chosen, theme, owners, neighbourhoods, locale, link } = props;
  const { t } = useTranslation();
  const { lang } = asEnglish(locale);
  const nameOf = (list: readonly Named[], slug: string) => list.find((one) => one.slug === slug)?.name;
  const words: Record<keyof RegisterChoice, string | null | undefined> = {
    state: chosen.state && t(`commitments.states.${chosen.state}`),
    owner: nameOf(owners, chosen.owner),
    neighbourhood: nameOf(neighbourhoods, chosen.neighbourhood),
    source: chosen.source && t(`commitments.sources.${chosen.source}`),
    theme,
  };
  const active = (Object.keys(words) as (keyof RegisterChoice)[]).flatMap((name) => {
    const text = words[name];
    return text ? [{ text, removeHref: link(registerAddress({ ...chosen, [name]: "" })) }] : [];
  });
  const field = (name: keyof RegisterChoice, label: string, any: string, list: readonly Named[]) => (
    <Select
      name={name}
      label={label}
      defaultValue={chosen[name]}
      items={[{ value: "", text: any }, ...list.map(({ slug, name }) => ({ value: slug, text: name, lang }))]}
    />
  );
  return (
    <FilterPanel
      title={t("events.filter")}
      action={link("/commitments")}
      apply={t("commitments.show")}
      chosenTitle={t("events.chosen")}
      chosen={active}
      clear={{ href: link("/commitments"), text: t("commitments.clear") }}
    >
      <Select
        name="state"
        label={t("commitments.state")}
        defaultValue={chosen.state}
        items={[
          { value: "", text: t("commitments.anyState") },
          ...STATES.map((value) => ({ value, text: t(`commitments.states.${value}`) })),
        ]}
      />
      {field("owner", t("commitments.owner"), t("commitments.anyOwner"), owners)}
      {field("neighbourhood", t("events.near"), t("events.anywhere"), neighbourhoods)}
      <Select
        name="source"
        label={t("commitments.from")}
        defaultValue={chosen.source}
        items={[
          { value: "", text: t("commitments.anywhere") },
          ...SOURCES.map((value) => ({ value, text: t(`commitments.sources.${value}`) })),
        ]}
      />
    </FilterPanel>
  );
}
