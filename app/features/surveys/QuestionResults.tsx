import { useTranslation } from "react-i18next";
import type { GatedTable } from "~/db/tables/figures";
import { FigureBars } from "~/features/figures/FigureBars";
import { FigureBase } from "~/features/figures/FigureBase";
import { FigureMatrix } from "~/features/figures/FigureMatrix";
import { FigureShares } from "~/features/figures/FigureShares";
import { FigureTable } from "~/features/figures/FigureTable";
import type { Rule } from "~/features/figures/rules";
import { ShareRows } from "~/features/figures/ShareRows";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartFigure } from "~/ui/ChartFigure";
import { firstShares, type QuestionResult, sharesByGroup, sharesByTable } from "./results";

type QuestionResultsProps = {
  result: QuestionResult;
  rule: Rule;
  locale: Locale;
  /** The same by the groups of another question; nothing for everybody together. */
  groups?: readonly GatedTable[];
};

/** What was answered to one question, as published: a chart, of how many, and the same numbers as a table. */
export function QuestionResults({ result, rule, locale, groups }: QuestionResultsProps) {
  const { t } = useTranslation();
  const { key, title, kind, tables } = result;
  const [first] = tables;
  if (!first) return null;
  const foreign = asEnglish(locale);
  const heading = <span {...foreign}>{title}</span>;
  if (groups) return <ByGroup />;
  if (tables.length === 1 && !isWords(kind)) {
    return <FigureBars table={first} rule={rule} locale={locale} level={3} />;
  }
  if (isWords(kind)) {
    return (
      <ChartFigure
        id={key}
        level={3}
        title={heading}
        note={<FigureBase table={first} rule={rule} locale={locale} />}
      >
        {tables.length > 1 && <ShareRows rows={firstShares(tables.slice(1))} rule={rule} locale={locale} />}
      </ChartFigure>
    );
  }
  return (
    <ChartFigure
      id={key}
      level={3}
      title={heading}
      says={
        kind === "rank" ? t("surveys.results.first") : kind === "multiple" && t("surveys.results.several")
      }
      note={kind !== "grid" && <FigureBase table={first} rule={rule} locale={locale} />}
      table={{
        summary: t("figures.table"),
        body: <FigureMatrix title={title} tables={tables} rule={rule} locale={locale} />,
      }}
    >
      {kind === "grid" ? (
        <FigureShares title={title} lines={sharesByTable(tables)} rule={rule} locale={locale} />
      ) : (
        <ShareRows rows={firstShares(tables)} rule={rule} locale={locale} />
      )}
    </ChartFigure>
  );

  function GroupShares({ table }: { table: GatedTable }) {
    const lines = sharesByGroup(table);
    const bars = lines.flatMap(({ key, label, shares }) => {
      const [only, ...more] = shares;
      return only && more.length === 0 ? [{ key, label, share: only.share, of: only.heading.label }] : [];
    });
    if (bars.length < lines.length) {
      return (
        <>
          {tables.length > 1 && (
            <p>
              <strong {...foreign}>{table.across?.label}</strong>
            </p>
          )}
          <FigureShares title={table.title} lines={lines} rule={rule} locale={locale} />
        </>
      );
    }
    return (
      <>
        <p>
          <strong {...foreign}>{tables.length > 1 ? table.across?.label : bars[0]?.of}</strong>
        </p>
        <ShareRows rows={bars} rule={rule} locale={locale} />
      </>
    );
  }

  function ByGroup() {
    return (
      <ChartFigure
        id={key}
        level={3}
        title={heading}
        table={{
          summary: t("figures.table"),
          body: groups?.map((table) => (
            <FigureTable
              key={table.id}
              table={table}
              rule={rule}
              locale={locale}
              captionHidden={groups.length === 1}
            />
          )),
        }}
      >
        {groups?.map((table) => (
          <div key={table.id}>
            <GroupShares table={table} />
          </div>
        ))}
      </ChartFigure>
    );
  }
}

const isWords = (kind: QuestionResult["kind"]) =>
  kind === "long_text" || kind === "short_text" || kind === "date";
