import { useTranslation } from "react-i18next";
import type { AppraisalResult } from "~/db/tables/appraisals";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartFigure } from "~/ui/ChartFigure";
import { ChartSpan } from "~/ui/ChartSpan";
import { Table } from "~/ui/Table";
import { named } from "./appraisal-words";
import { decimal, type Findings, type Holding, letterAt, type Weighed } from "./findings";

type ResultSensitivityProps = { result: AppraisalResult; found: Findings; locale: Locale };

/** What would be otherwise under other weights: totals under several sets, and how far each weight could move. */
export function ResultSensitivity({ result, found, locale }: ResultSensitivityProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const name = (at: number) => named({ position: at + 1, title: result.options[at]?.title ?? "" });
  const sets: { key: string; label: string; weighed: Weighed }[] = [
    { key: "agreed", label: t("options.agreed"), weighed: found.agreed },
    { key: "equal", label: t("options.equal"), weighed: found.equal },
    ...found.byKind.map(({ kind, weighed }) => ({
      key: kind,
      label: t("options.chosenBy", { kind: t(`options.kind.${kind}`) }),
      weighed,
    })),
  ];
  const [leader] = found.agreed.leaders;
  return (
    <>
      <h2>{t("options.sensitivity")}</h2>
      <Table
        caption={t("options.sets")}
        rows={sets}
        rowKey={({ key }) => key}
        columns={[
          {
            header: t("options.weights"),
            cell: ({ label, key, weighed }) => (
              <>
                {label} {key !== "equal" && <bdi dir="ltr">({weighed.weights.join(" / ")})</bdi>}
              </>
            ),
          },
          ...result.options.map((_, at) => ({
            header: letterAt(at),
            numeric: true,
            cell: ({ weighed }: (typeof sets)[number]) => {
              const total = decimal(weighed.totals[at] ?? null, 2) ?? t("options.few");
              return weighed.leaders.includes(at) ? <strong>{total}</strong> : total;
            },
          })),
          {
            header: t("options.highest"),
            cell: ({ weighed }) => <span {...foreign}>{weighed.leaders.map(name).join("; ")}</span>,
          },
        ]}
      />
      {found.holds.length === 0 || leader === undefined ? (
        <p>{t("options.holdsLevel")}</p>
      ) : (
        <ChartFigure
          id="holds"
          level={3}
          title={t("options.holds")}
          says={t("options.holdsSays", { options: name(leader) })}
          table={{ summary: t("figures.table"), body: <Holds holds={found.holds} /> }}
        >
          <ul className="rh-chart__rows">
            {found.holds.map((held) => (
              <li key={held.label}>
                <p>
                  <span>
                    <span {...foreign}>{held.label}</span> ({held.weight})
                  </span>
                  <b>{inWords(held)}</b>
                </p>
                <ChartSpan low={held.low} high={held.high} at={held.weight} />
              </li>
            ))}
          </ul>
          <p className="rh-chart__ends rh-note" aria-hidden="true">
            <span>0</span>
            <span>100</span>
          </p>
        </ChartFigure>
      )}
    </>
  );

  function inWords({ low, high }: Holding): string {
    return low === 0 && high === 100 ? t("options.holdsAll") : t("options.fromTo", { low, high });
  }

  function Holds({ holds }: { holds: readonly Holding[] }) {
    const ahead = (at: number | null) => (at === null ? "–" : <span {...foreign}>{name(at)}</span>);
    return (
      <Table
        caption={t("options.holds")}
        captionHidden
        rows={holds}
        rowKey={({ label }) => label}
        columns={[
          { header: t("options.criterion"), cell: ({ label }) => <span {...foreign}>{label}</span> },
          { header: t("options.agreed"), numeric: true, cell: ({ weight }) => weight },
          { header: t("options.staysAhead"), cell: inWords },
          { header: t("options.below"), cell: ({ below }) => ahead(below) },
          { header: t("options.above"), cell: ({ above }) => ahead(above) },
        ]}
      />
    );
  }
}
