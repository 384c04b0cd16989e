import { useTranslation } from "react-i18next";
import type { GatedTable } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartFigure } from "~/ui/ChartFigure";
import { FigureBase } from "./FigureBase";
import { FigureTable } from "./FigureTable";
import type { Rule } from "./rules";
import { ShareRows } from "./ShareRows";
import { sharesIn } from "./shares-in";

type FigureBarsProps = { table: GatedTable; rule: Rule; locale: Locale; level?: 2 | 3 };

/**
 * A published table of one dimension as bars: each answer's share of those who answered, with both numbers and
 * its interval; beneath, how many answered and how many did not; and the same as a table.
 */
export function FigureBars({ table, rule, locale, level }: FigureBarsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { shares } = sharesIn(table);
  return (
    <ChartFigure
      id={table.id}
      level={level}
      title={<span {...foreign}>{table.title}</span>}
      table={{
        summary: t("figures.table"),
        body: <FigureTable table={table} rule={rule} locale={locale} captionHidden />,
      }}
      note={<FigureBase table={table} rule={rule} locale={locale} />}
    >
      <ShareRows
        rows={shares.map(({ heading, share }) => ({ key: heading.code, label: heading.label, share }))}
        rule={rule}
        locale={locale}
      />
    </ChartFigure>
  );
}
