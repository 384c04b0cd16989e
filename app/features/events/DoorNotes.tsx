import type { ReactNode } from "react";
import { clock } from "~/platform/london";
import { Button } from "~/ui/Button";
import { Table } from "~/ui/Table";
import type { listArrivals, listClashes } from "./read-door.server";
import { counted } from "./staff-words";

type Arrival = Awaited<ReturnType<typeof listArrivals>>[number];
type Clash = Awaited<ReturnType<typeof listClashes>>[number];

type DoorNotesProps = {
  here: string;
  arrivals: readonly (Arrival & { newId: string })[];
  clashes: readonly Clash[];
  proof: ReactNode;
};

/** What was noted last, to be taken back when it was a slip, and parties that two people noted. */
export function DoorNotes({ here, arrivals, clashes, proof }: DoorNotesProps) {
  return (
    <>
      {clashes.length > 0 && (
        <section id="twice">
          <h2>Checked in twice</h2>
          <p>Each of them counts once. There is nothing to do unless one of the two was a mistake.</p>
          <ul className="rh-list">
            {clashes.map((clash) => (
              <li key={clash[0]?.registration.id}>
                <bdi>{clash[0]?.name || "Name removed"}</bdi>: {clash.map(whenAndWhere).join(", and ")}
              </li>
            ))}
          </ul>
        </section>
      )}
      {arrivals.length > 0 && (
        <section>
          <h2>Noted last</h2>
          <Table
            caption="Noted last"
            captionHidden
            cards
            rows={arrivals}
            rowKey={({ fact }) => fact.id}
            columns={[
              { header: "Who", cell: whoOf },
              { header: "When", cell: ({ fact }) => clock(fact.arrivedAt) },
              {
                header: "Noted by",
                cell: ({ fact, by }) => [by, fact.device].filter(Boolean).join(", ") || "–",
              },
              { header: "Take back", cell: undoOf },
            ]}
          />
        </section>
      )}
    </>
  );

  function undoOf({ fact, newId }: Arrival & { newId: string }) {
    if (fact.undoneAt) return "Taken back";
    return (
      <form className="rh-door__form" method="post" action={here}>
        {proof}
        <input type="hidden" name="kind" value="undo" />
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="of" value={fact.id} />
        <Button small variant="secondary">
          Undo <span className="govuk-visually-hidden">what was noted at {clock(fact.arrivedAt)}</span>
        </Button>
      </form>
    );
  }
}

function whoOf({ fact, name }: Arrival): ReactNode {
  if (fact.came === "in_room") return `${counted(fact.people, "head", "heads")} in the room`;
  const people = fact.people > 1 || !name ? counted(fact.people, "person", "people") : "";
  const how = fact.came === "walk_in" ? "came without booking" : "";
  return (
    <>
      {name && <bdi>{name}</bdi>}
      {name && (people || how) && ", "}
      {[people, how].filter(Boolean).join(", ")}
      {fact.unknownCode && <span className="rh-parties__more">showed “{fact.unknownCode}”</span>}
    </>
  );
}

const whenAndWhere = ({ fact, by }: Clash[number]) =>
  `${clock(fact.arrivedAt)} on ${fact.device || "the door page"}${by ? ` by ${by}` : ""} (${counted(fact.people, "person", "people")})`;
