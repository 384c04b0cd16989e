import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";
import { type MilestoneShown, STATUS_COLOURS, slipOfWords, spanWords } from "./milestone-shown";

type MilestoneRowsProps = { milestones: readonly MilestoneShown[]; plans: boolean };

/** Milestones as staff look for them, with what they can do to each. */
export function MilestoneRows({ milestones, plans }: MilestoneRowsProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption="In the order in which they were planned"
      cards
      rows={milestones}
      rowKey={({ slug }) => slug}
      columns={[
        {
          header: "Milestone",
          cell: ({ slug, title, status, inConflict }) => (
            <>
              <a href={`/milestones/${slug}`}>{title}</a>
              <Tags
                items={[
                  { text: t(`milestones.statuses.${status}`), colour: STATUS_COLOURS[status] },
                  ...(inConflict ? [{ text: t("milestones.conflict"), colour: "orange" as const }] : []),
                ]}
              />
            </>
          ),
        },
        { header: "Planned", cell: ({ planned }) => spanWords(t, planned, "en") },
        { header: "Slip", cell: (one) => slipOfWords(t, one) },
        ...(plans ? [{ header: "Change", cell: changes }] : []),
      ]}
    />
  );
}

const PARTS = [
  ["move", "How it stands"],
  ["paper", "Add a date"],
  ["about", "What it says"],
] as const;

// Right in the cell, each link is a target that a thumb can hit.
const changes = ({ slug, title }: MilestoneShown) =>
  PARTS.map(([part, words], n) => (
    <Fragment key={part}>
      {n > 0 && <br />}
      <a href={`/manage/milestones/${slug}/${part}`}>
        {words}
        <span className="govuk-visually-hidden">: {title}</span>
      </a>
    </Fragment>
  ));
