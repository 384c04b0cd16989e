import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { FilterPanel } from "~/ui/FilterPanel";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { listAddress, SORTS, type Sort } from "./rules";

type Chosen = { q: string; neighbourhood: string; theme: string; sort: Sort };
type IdeaFiltersProps = {
  board: { slug: string; support: string };
  chosen: Chosen;
  neighbourhoods: readonly { slug: string; name: string }[];
  themes: readonly { slug: string; label: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** Narrows and sorts a board's ideas; the address keeps the choice. */
export function IdeaFilters({ board, chosen, neighbourhoods, themes, locale, link }: IdeaFiltersProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const without = (part: keyof Chosen) =>
    link(listAddress(board.slug, { ...chosen, [part]: part === "sort" ? SORTS[0] : "" }));
  const near = neighbourhoods.find((one) => one.slug === chosen.neighbourhood)?.name;
  const about = themes.find((one) => one.slug === chosen.theme)?.label;
  const active = [
    ...(chosen.q ? [{ text: `“${chosen.q}”`, removeHref: without("q") }] : []),
    ...(near ? [{ text: near, removeHref: without("neighbourhood") }] : []),
    ...(about ? [{ text: about, removeHref: without("theme") }] : []),
    ...(chosen.sort === SORTS[0]
      ? []
      : [{ text: t(`ideas.sort.${chosen.sort}`), removeHref: without("sort") }]),
  ];
  return (
    <FilterPanel
      title={t("ideas.find.title")}
      action={link(`/ideas/${board.slug}`)}
      apply={t("ideas.find.button")}
      chosenTitle={t("events.chosen")}
      chosen={active}
      clear={{ href: link(`/ideas/${board.slug}`), text: t("ideas.find.clear") }}
    >
      <TextInput
        name="q"
        type="search"
        label={t("ideas.find.words")}
        defaultValue={chosen.q}
        maxLength={100}
      />
      <Select
        name="neighbourhood"
        label={t("ideas.find.neighbourhood")}
        defaultValue={chosen.neighbourhood}
        items={[
          { value: "", text: t("ideas.find.everywhere") },
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name, lang: foreign.lang })),
        ]}
      />
      <Select
        name="theme"
        label={t("ideas.find.theme")}
        defaultValue={chosen.theme}
        items={[
          { value: "", text: t("ideas.find.anything") },
          ...themes.map(({ slug, label }) => ({ value: slug, text: label, lang: foreign.lang })),
        ]}
      />
      <Select
        name="sort"
        label={t("ideas.find.sort")}
        defaultValue={chosen.sort}
        items={SORTS.filter((sort) => sort !== "support" || board.support !== "none").map((sort) => ({
          value: sort,
          text: t(`ideas.sort.${sort}`),
        }))}
      />
    </FilterPanel>
  );
}
