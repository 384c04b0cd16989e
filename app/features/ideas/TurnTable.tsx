import { atNoon } from "~/features/places/staff-words";
import { plainDay } from "~/platform/london";
import { Button } from "~/ui/Button";
import { Table } from "~/ui/Table";
import type { listTurns } from "./read-rota.server";

type TurnTableProps = { turns: Awaited<ReturnType<typeof listTurns>>; mayEnd: boolean };

/** Who looks from when to when. Inside a form that takes a turn off by its `end`. */
export function TurnTable({ turns, mayEnd }: TurnTableProps) {
  return (
    <Table
      caption="Turns of today and later"
      captionHidden
      cards
      rows={turns}
      rowKey={({ id }) => id}
      columns={[
        {
          header: "Who",
          cell: ({ name, role }) => (
            <>
              {name}
              <span className="rh-note">{role}</span>
            </>
          ),
        },
        { header: "As", cell: ({ part }) => (part === "lead" ? "Lead" : "Cover") },
        {
          header: "From",
          cell: ({ fromDay }) => plainDay(atNoon(fromDay)),
        },
        { header: "To", cell: ({ toDay }) => plainDay(atNoon(toDay)) },
        ...(mayEnd
          ? [
              {
                header: "Change",
                cell: ({ id, name }: TurnTableProps["turns"][number]) => (
                  <Button variant="secondary" small name="end" value={id}>
                    Take off<span className="govuk-visually-hidden"> {name}</span>
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
