import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Table } from "~/ui/Table";
import type { PopulationRead } from "./import-population.server";

type PopulationPreviewProps = {
  read: PopulationRead;
  action: string;
  proof: ReactNode;
};

/** What a file would bring, what became of each of its columns and lines, and the question whether it shall count. */
export function PopulationPreview({ read, action, proof }: PopulationPreviewProps) {
  const { figures, report, more, template } = read;
  return (
    <form method="post" action={action}>
      {proof}
      <input type="hidden" name="template" value={template} />
      <PopulationTable figures={figures} caption={`${figures.length} figures to take in`} />
      <p>For each area and topic in it, they replace what counts now. What counted before is kept.</p>
      <ButtonRow>
        <Button name="act" value="save">
          Use these figures
        </Button>
        <ButtonLink href="/manage/equality/population" variant="secondary">
          Leave them as they are
        </ButtonLink>
      </ButtonRow>
      <Table
        caption="What became of each line and column"
        captionSize="m"
        cards
        rows={report}
        rowKey={({ where, what, why }) => `${where} ${what} ${why}`}
        columns={[
          { header: "In the file", cell: ({ what, where }) => what || where },
          { header: "Where", cell: ({ where }) => where },
          { header: "Taken as", cell: ({ taken, why }) => taken ?? `Not taken. ${why}` },
        ]}
      />
      {more > 0 && <p>And {more} more that are not listed here.</p>}
    </form>
  );
}

type Shown = {
  areaCode: string;
  topic: string;
  base: number;
  source: string;
  sourceDate: string;
  licence: string;
};

/** Figures by area and topic: how many people they count, and where they are from. */
export function PopulationTable({ figures, caption }: { figures: readonly Shown[]; caption: string }) {
  const groups = new Map<string, Shown & { codes: number }>();
  for (const figure of figures) {
    const name = `${figure.areaCode} ${figure.topic}`;
    const found = groups.get(name);
    if (found) found.codes += 1;
    else groups.set(name, { ...figure, codes: 1 });
  }
  return (
    <Table
      caption={caption}
      captionSize="m"
      cards
      rows={[...groups.values()]}
      rowKey={({ areaCode, topic }) => `${areaCode} ${topic}`}
      columns={[
        { header: "Area", cell: ({ areaCode }) => areaCode },
        { header: "Topic", cell: ({ topic }) => topic },
        { header: "Groups", numeric: true, cell: ({ codes }) => codes },
        { header: "People", numeric: true, cell: ({ base }) => base.toLocaleString("en-GB") },
        {
          header: "From",
          cell: ({ source, sourceDate, licence }) => `${source}, ${sourceDate}. ${licence}`,
        },
      ]}
    />
  );
}
