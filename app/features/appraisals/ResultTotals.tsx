import { useTranslation } from "react-i18next";
import type { AppraisalResult } from "~/db/tables/appraisals";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartBar } from "~/ui/ChartBar";
import { ChartFigure } from "~/ui/ChartFigure";
import { Details } from "~/ui/Details";
import { Table } from "~/ui/Table";
import { named } from "./appraisal-words";
import { decimal, type Findings, letterAt, sumOf } from "./findings";

type ResultTotalsProps = { result: AppraisalResult; found: Findings; locale: Locale };

/** The totals as bars, and the means they are worked out from; how to do that again, how far apart people were, who left what out. */
export function ResultTotals({ result, found, locale }: ResultTotalsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { criteria, options } = result;
  const { totals } = found.agreed;
  const few = t("options.few");
  const name = (at: number) => (
    <span {...foreign}>{named({ position: at + 1, title: options[at]?.title ?? "" })}</span>
  );
  const places = options.map((_, at) => at);
  const partial = places.flatMap((at) =>
    criteria.flatMap(({ label }, n) => {
      const people = options[at]?.cells[n]?.people ?? 0;
      return people < result.people ? [{ key: `${at}-${n}`, option: letterAt(at), label, people }] : [];
    }),
  );
  return (
    <>
      <ChartFigure id="totals" title={t("options.totals")} says={t("options.totalsSays")}>
        <ul className="rh-chart__rows">
          {places.map((at) => (
            <li key={options[at]?.id}>
              <p>
                {name(at)}
                <b>{decimal(totals[at] ?? null, 2) ?? few}</b>
              </p>
              <ChartBar length={totals[at] == null ? null : totals[at] / 5} />
            </li>
          ))}
        </ul>
      </ChartFigure>
      <Table
        caption={t("options.means")}
        rows={places}
        rowKey={String}
        columns={[
          { header: t("options.option"), cell: name },
          ...criteria.map(({ label, weight }, n) => ({
            header: `${label} (${weight})`,
            ...foreign,
            numeric: true,
            cell: (at: number) => decimal(options[at]?.cells[n]?.mean ?? null, 1) ?? few,
          })),
          {
            header: t("options.total"),
            numeric: true,
            cell: (at: number) => <strong>{decimal(totals[at] ?? null, 2) ?? few}</strong>,
          },
        ]}
      />
      <p className="rh-note">{t("options.weightNote")}</p>
      <Details summary={t("options.open")}>
        <p>{t("options.openText")}</p>
        <ul className="rh-list">
          {places.map((at) => (
            <li key={options[at]?.id}>
              {name(at)}: <bdi dir="ltr">{sumOf(result, at) ?? few}</bdi>
            </li>
          ))}
        </ul>
      </Details>
      <Details summary={t("options.spread")}>
        <p>{t("options.spreadText")}</p>
        <Table
          caption={t("options.spread")}
          captionHidden
          rows={places}
          rowKey={String}
          columns={[
            { header: t("options.option"), cell: name },
            ...criteria.map(({ label }, n) => ({
              header: label,
              ...foreign,
              numeric: true,
              cell: (at: number) => decimal(options[at]?.cells[n]?.spread ?? null, 1) ?? few,
            })),
            {
              header: t("options.total"),
              numeric: true,
              cell: (at: number) => decimal(options[at]?.spread ?? null, 1) ?? few,
            },
          ]}
        />
      </Details>
      {partial.length === 0 ? (
        <p>{t("options.whole", { people: result.people })}</p>
      ) : (
        <Details summary={t("options.partial")}>
          <ul className="rh-list">
            {partial.map(({ key, option, label, people }) => (
              <li key={key}>
                {option}, <span {...foreign}>{label}</span>:{" "}
                {t("options.partialCell", { people, all: result.people })}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
