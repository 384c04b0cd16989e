import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { GatedTable, Share } from "~/db/tables/figures";
import { FigureNotes } from "~/features/figures/FigureNotes";
import { FigurePairs } from "~/features/figures/FigurePairs";
import { FigureTable } from "~/features/figures/FigureTable";
import { PeopleCount } from "~/features/figures/PeopleCount";
import type { Rule } from "~/features/figures/rules";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Details } from "~/ui/Details";
import { InsetText } from "~/ui/InsetText";
import { Table } from "~/ui/Table";
import { CompareTable } from "./CompareTable";
import { type Compared, verdictsIn } from "./compare";
import type { Section } from "./read-who-answered.server";

type WhoAnsweredProps = {
  sections: readonly Section[];
  homes: readonly Compared[];
  collections: readonly { code: string; label: string; known: Share; preferNot: Share; none: Share }[];
  byPlace: GatedTable | null;
  rule: Rule;
  locale: Locale;
};

/** Who answered in a year beside who lives here, how much of it is known, and who they are where. */
export function WhoAnswered({ sections, homes, collections, byPlace, rule, locale }: WhoAnsweredProps) {
  const { t } = useTranslation();
  const [first] = sections;
  return (
    <>
      <InsetText>{t("who.chosen")}</InsetText>
      {sections.map((section) => (
        <WhoSection key={section.key} section={section} locale={locale} />
      ))}
      {homes.length > 0 && (
        <>
          <h2>{t("who.homes")}</h2>
          <CompareTable caption={t("who.homes")} captionHidden compared={homes} locale={locale} />
        </>
      )}
      <h2>{t("who.complete")}</h2>
      <p>{t("who.completeText")}</p>
      <Table
        caption={t("who.complete")}
        captionHidden
        cards
        rows={[
          ...collections,
          ...(first?.completeness ? [{ code: "", label: t("who.everything"), ...first.completeness }] : []),
        ]}
        rowKey={({ code }) => code}
        columns={[
          {
            header: t("who.collection"),
            cell: ({ code, label }) => <span {...(code ? asEnglish(locale) : {})}>{label}</span>,
          },
          {
            header: t("figures.people"),
            numeric: true,
            cell: ({ known }) => <PeopleCount people={known.of} />,
          },
          { header: t("who.known"), numeric: true, cell: ({ known }) => <InPercent share={known} /> },
          {
            header: t("surveys.preferNot"),
            numeric: true,
            cell: ({ preferNot }) => <InPercent share={preferNot} />,
          },
          { header: t("who.notAnswered"), numeric: true, cell: ({ none }) => <InPercent share={none} /> },
        ]}
      />
      {byPlace && (
        <>
          <h2>{t("who.byPlace")}</h2>
          <FigureTable table={byPlace} rule={rule} locale={locale} captionHidden />
          <FigureNotes tables={[byPlace]} rule={rule} />
        </>
      )}
    </>
  );
}

/** A share in per cent, or the number of people where there are too few for that. */
function InPercent({ share }: { share: Share }) {
  const { t } = useTranslation();
  if (share.percent === null) return <PeopleCount people={share.part} />;
  return <>{t("figures.percent", { percent: share.percent })}</>;
}

/** Stands for what is put into a sentence in another language. */
const PLACE = "\u0000";

/** A sentence with something of another language in its place. */
function Around({ words, children }: { words: string; children: ReactNode }) {
  const [before, after] = words.split(PLACE);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}

/** One characteristic: what can be said in a sentence, the chart, and the same as a table. */
function WhoSection({ section, locale }: { section: Section; locale: Locale }) {
  const { t } = useTranslation();
  const { key, title, compared, completeness, source } = section;
  const groups = compared.flatMap(({ label, against }) => (against ? [{ label, against }] : []));
  const verdicts = verdictsIn(compared);
  // The names are English, so what joins them is too.
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
  return (
    <section>
      {groups.length > 0 ? (
        <FigurePairs id={`who-${key}`} title={title} groups={groups} locale={locale} />
      ) : (
        <h2 {...asEnglish(locale)}>{title}</h2>
      )}
      <ul className="rh-list">
        {(["over", "under", "notClear", "notEnough"] as const).map(
          (verdict) =>
            verdicts[verdict].length > 0 && (
              <li key={verdict}>
                <Around words={t(`who.${verdict}`, { groups: PLACE })}>
                  <span {...asEnglish(locale)}>{list.format(verdicts[verdict])}</span>
                </Around>
              </li>
            ),
        )}
      </ul>
      <Details summary={t("figures.table")}>
        <CompareTable caption={t("figures.table")} captionHidden compared={compared} locale={locale} />
        <p className="rh-note">{t("who.ratioHint")}</p>
      </Details>
      <p className="rh-note">
        {completeness && (
          <>
            {t("who.known")}: <InPercent share={completeness.known} />. {t("surveys.preferNot")}:{" "}
            <InPercent share={completeness.preferNot} />. {t("who.notAnswered")}:{" "}
            <InPercent share={completeness.none} />.{" "}
          </>
        )}
        {source ? (
          <>
            {t("who.source")}{" "}
            <span {...asEnglish(locale)}>
              {source.source}, {plainDay(new Date(`${source.sourceDate}T12:00:00Z`))}. {source.licence}.
            </span>
          </>
        ) : (
          t("who.noPopulation")
        )}
      </p>
    </section>
  );
}
