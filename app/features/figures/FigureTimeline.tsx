import { useTranslation } from "react-i18next";
import type { GatedCell, GatedTable } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartColumns } from "~/ui/ChartColumns";
import { ChartFigure } from "~/ui/ChartFigure";
import { FigureTable } from "./FigureTable";
import type { Rule } from "./rules";
import { listedOf } from "./shape";

type FigureTimelineProps = {
  /** Days, weeks or months down; ways of answering across, or nothing. */
  table: GatedTable;
  rule: Rule;
  locale: Locale;
  level?: 2 | 3;
};

/** People over time: a row of columns for each way of answering, all on one scale, and the same as a table. */
export function FigureTimeline({ table, rule, locale, level }: FigureTimelineProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const times = table.rows.filter(({ heading }) => heading && !heading.of);
  const most = Math.max(1, ...times.map(({ all }) => all.people.value ?? 0));
  const headings = table.across ? listedOf(table.across) : [];
  const kinds = [
    { code: "", label: t("figures.everybody"), isOurs: true, cells: times.map(({ all }) => all) },
    ...headings.map(({ code, label }, at) => ({
      code,
      label,
      isOurs: false,
      cells: times.flatMap(({ cells }) => cells[at] ?? []),
    })),
  ];
  const tall = ({ people }: GatedCell) => (people.value === null ? null : (100 * people.value) / most);
  return (
    <ChartFigure
      id={table.id}
      level={level}
      title={<span {...foreign}>{table.title}</span>}
      table={{
        summary: t("figures.table"),
        body: <FigureTable table={table} rule={rule} locale={locale} captionHidden />,
      }}
    >
      <ul className="rh-chart__rows">
        {kinds.map(({ code, label, isOurs, cells }) => (
          <li key={code}>
            <p {...(isOurs ? {} : foreign)}>{label}</p>
            <ChartColumns columns={cells.map((cell) => ({ key: cell.id, height: tall(cell) }))} />
            <div className="rh-chart__ends rh-note" {...foreign}>
              <span>{times[0]?.heading?.label}</span>
              <span>{times.at(-1)?.heading?.label}</span>
            </div>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
