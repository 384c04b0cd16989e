import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { dayOf } from "~/platform/london";
import { Table } from "~/ui/Table";
import { dayIn } from "./appraisal-words";
import type { AppraisalShown, CriterionShown } from "./shown";

type CriterionListProps = {
  shown: Pick<AppraisalShown, "agreedBy" | "agreedDay" | "agreedHow">;
  criteria: readonly CriterionShown[];
  changes: readonly { at: Date; reason: string; before: readonly number[]; after: readonly number[] }[];
  locale: Locale;
};

/** What options are judged by, with weights, who agreed them and how, and what was changed after people had begun to score. */
export function CriterionList({ shown, criteria, changes, locale }: CriterionListProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <>
      <h2>{t("options.criteria")}</h2>
      <Table
        caption={t("options.criteriaText")}
        captionHidden
        cards
        rows={criteria}
        rowKey={({ id }) => id}
        columns={[
          { header: t("options.criterion"), cell: ({ label }) => <span {...foreign}>{label}</span> },
          { header: t("options.means1"), cell: ({ description }) => <span {...foreign}>{description}</span> },
          { header: t("options.weight"), numeric: true, cell: ({ weight }) => weight },
        ]}
      />
      {shown.agreedDay && (
        <p>
          {t("options.agreedOn", { day: dayIn(shown.agreedDay, locale) })}{" "}
          <span {...foreign}>
            {shown.agreedBy}. {shown.agreedHow}
          </span>
        </p>
      )}
      {changes.length > 0 && (
        <>
          <h3>{t("options.changes")}</h3>
          <ul className="rh-list">
            {changes.map(({ at, reason, before, after }) => (
              <li key={at.toISOString()}>
                {dayIn(dayOf(at), locale)}: <bdi dir="ltr">{before.join(" / ")}</bdi> →{" "}
                <bdi dir="ltr">{after.join(" / ")}</bdi>. <span {...foreign}>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
