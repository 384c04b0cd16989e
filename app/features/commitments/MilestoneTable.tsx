import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";
import {
  actualWords,
  forecastWords,
  type MilestoneShown,
  STATUS_COLOURS,
  slipOfWords,
  spanWords,
} from "./milestone-shown";

type MilestoneTableProps = {
  milestones: readonly MilestoneShown[];
  locale: Locale;
  link: (path: string) => string;
};

/** Milestones in the order in which they were planned: planned, expected, reached, and by how much that differs. */
export function MilestoneTable({ milestones, locale, link }: MilestoneTableProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <Table
      caption={t("milestones.title")}
      captionHidden
      cards
      rows={milestones}
      rowKey={({ slug }) => slug}
      columns={[
        {
          header: t("milestones.milestone"),
          cell: ({ slug, title, status, inConflict }) => (
            <>
              <a href={link(`/milestones/${slug}`)} {...foreign}>
                {title}
              </a>
              <Tags
                items={[
                  { text: t(`milestones.statuses.${status}`), colour: STATUS_COLOURS[status] },
                  ...(inConflict ? [{ text: t("milestones.conflict"), colour: "orange" as const }] : []),
                ]}
              />
            </>
          ),
        },
        { header: t("milestones.planned"), cell: ({ planned }) => spanWords(t, planned, locale) },
        {
          header: t("milestones.forecast"),
          cell: (one) => forecastWords(t, one, locale),
        },
        {
          header: t("milestones.actual"),
          cell: (one) => actualWords(t, one, locale),
        },
        { header: t("milestones.slip"), cell: (one) => slipOfWords(t, one) },
      ]}
    />
  );
}
