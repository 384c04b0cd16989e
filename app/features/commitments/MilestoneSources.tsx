import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { WarningText } from "~/ui/WarningText";
import { type MilestoneShown, spanWords } from "./milestone-shown";

/** The dates that papers give for a milestone, side by side; where they can't all be right, it is said. */
export function MilestoneSources({ shown, locale }: { shown: MilestoneShown; locale: Locale }) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  if (shown.dates.length === 0) return null;
  return (
    <>
      <h2>{t("milestones.sources")}</h2>
      {shown.inConflict && <WarningText>{t("milestones.conflictText")}</WarningText>}
      <Table
        caption={t("milestones.sources")}
        captionHidden
        cards
        rows={shown.dates}
        rowKey={({ id }) => id}
        columns={[
          {
            header: t("milestones.source"),
            cell: ({ source, link }) =>
              link ? (
                <a href={link} {...foreign}>
                  {source}
                </a>
              ) : (
                <span {...foreign}>{source}</span>
              ),
          },
          {
            header: t("milestones.stated"),
            cell: ({ statedDay }) => plainDay(new Date(`${statedDay}T12:00:00Z`), locale),
          },
          { header: t("milestones.date"), cell: (one) => spanWords(t, one, locale) },
        ]}
      />
    </>
  );
}
