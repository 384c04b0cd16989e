import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { dayIn, STANDING_COLOURS } from "./appraisal-words";
import type { DecisionSeen } from "./read-decisions.server";
import { daysLate, isLate, standingOf } from "./rules";

type DecisionTableProps = {
  caption: string;
  decisions: readonly DecisionSeen[];
  today: string;
  locale: Locale;
  hrefOf: (slug: string) => string;
};

/** Decisions of the log: the question, who decides, by when, and where it stands. */
export function DecisionTable({ caption, decisions, today, locale, hrefOf }: DecisionTableProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={decisions}
      rowKey={({ decision }) => decision.id}
      columns={[
        {
          header: t("decisions.question"),
          cell: ({ decision }) => (
            <a href={hrefOf(decision.slug)} {...foreign}>
              {decision.question}
            </a>
          ),
        },
        {
          header: t("options.decides"),
          cell: ({ decision }) => <span {...foreign}>{decision.decider}</span>,
        },
        { header: t("decisions.due"), cell: ({ decision }) => dayIn(decision.dueDay, locale) },
        {
          header: t("decisions.state"),
          cell: ({ decision }) => {
            const standing = standingOf(decision, today);
            return (
              <>
                <Tag colour={STANDING_COLOURS[standing]}>{t(`decisions.standing.${standing}`)}</Tag>
                {standing === "overdue" && (
                  <span className="rh-note">
                    {t("decisions.daysOver", { days: daysLate(decision.dueDay, today) })}
                  </span>
                )}
                {decision.decidedDay && (
                  <span className="rh-note">
                    {dayIn(decision.decidedDay, locale)}
                    {isLate(decision) &&
                      `, ${t("decisions.daysLate", { days: daysLate(decision.firstDueDay, decision.decidedDay) })}`}
                  </span>
                )}
              </>
            );
          },
        },
      ]}
    />
  );
}
