import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { SHEET_STATE_WORDS } from "./paper-words";
import type { SheetRow } from "./read-paper.server";

type BatchSheetsProps = { at: string; sheets: readonly Pick<SheetRow, "code" | "state">[] };

/** Sheets that were typed, by their code: those that somebody has to decide about first. */
export function BatchSheets({ at, sheets }: BatchSheetsProps) {
  const rows = [...sheets].sort((a, b) => Number(b.state === "differs") - Number(a.state === "differs"));
  return (
    <Table
      caption="Sheets that came back"
      captionHidden
      cards
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { header: "Sheet", cell: ({ code }) => <span className="rh-one-line">{code}</span> },
        {
          header: "State",
          cell: ({ state }) => (
            <Tag colour={SHEET_STATE_WORDS[state].colour}>{SHEET_STATE_WORDS[state].text}</Tag>
          ),
        },
        {
          header: "Do",
          cell: ({ code, state }) =>
            state === "differs" ? (
              <a href={`${at}/${code}/settle`}>
                Decide <span className="govuk-visually-hidden">about {code}</span>
              </a>
            ) : (
              <a href={`${at}/${code}`}>
                Look or correct <span className="govuk-visually-hidden">{code}</span>
              </a>
            ),
        },
      ]}
    />
  );
}
