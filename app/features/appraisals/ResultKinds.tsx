import { useTranslation } from "react-i18next";
import type { AppraisalResult } from "~/db/tables/appraisals";
import { asEnglish, type Locale } from "~/platform/locales";
import { Details } from "~/ui/Details";
import { Table } from "~/ui/Table";
import { named } from "./appraisal-words";
import { decimal, type Findings } from "./findings";

type ResultKindsProps = { result: AppraisalResult; found: Findings; locale: Locale };

/** Totals and means by kind of appraiser, as far as kinds can be shown apart. */
export function ResultKinds({ result, found, locale }: ResultKindsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const few = t("options.few");
  const places = result.options.map((_, at) => at);
  const name = (at: number) => (
    <span {...foreign}>{named({ position: at + 1, title: result.options[at]?.title ?? "" })}</span>
  );
  const called = (kinds: readonly string[]) => kinds.map((kind) => t(`options.kind.${kind}`)).join(" + ");
  return (
    <>
      <h2>{t("options.kinds")}</h2>
      {found.groups.length < 2 ? (
        <p>{t("options.kindsNone", { kinds: called(result.groups[0]?.kinds ?? []) })}</p>
      ) : (
        <>
          <p>{t("options.kindsText")}</p>
          <Table
            caption={t("options.kindTotals")}
            rows={places}
            rowKey={String}
            columns={[
              { header: t("options.option"), cell: name },
              ...found.groups.map(({ kinds, people, weighed }) => ({
                header: `${called(kinds)} (${people})`,
                numeric: true,
                cell: (at: number) => {
                  const total = decimal(weighed.totals[at] ?? null, 2) ?? few;
                  return weighed.leaders.includes(at) ? <strong>{total}</strong> : total;
                },
              })),
            ]}
          />
          <Details summary={t("options.kindMeans")}>
            {result.groups.map(({ kinds, people, means }) => (
              <Table
                key={kinds.join()}
                caption={`${called(kinds)} (${people})`}
                rows={places}
                rowKey={String}
                columns={[
                  { header: t("options.option"), cell: name },
                  ...result.criteria.map(({ label }, n) => ({
                    header: label,
                    ...foreign,
                    numeric: true,
                    cell: (at: number) => decimal(means[at]?.[n] ?? null, 1) ?? few,
                  })),
                ]}
              />
            ))}
          </Details>
        </>
      )}
    </>
  );
}
