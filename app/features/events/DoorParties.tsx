import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { clock } from "~/platform/london";
import { Button } from "~/ui/Button";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { AtDoor } from "./read-door.server";
import { counted, PARTY_STATES } from "./staff-words";

type Row = AtDoor & { newId: string };

type DoorPartiesProps = {
  here: string;
  rows: readonly Row[];
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Who has a place or was looked for, each with the button that checks them in, or since when they are here. */
export function DoorParties({ here, rows, proof }: DoorPartiesProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption="People to check in"
      captionHidden
      cards
      className="rh-door"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { header: "Name", cell: nameOf },
        { header: "Reference", cell: (row) => <span className="rh-one-line">{row.reference}</span> },
        { header: "Asked for", cell: flagsOf },
        { header: "At the door", cell: doorOf },
      ]}
    />
  );

  function nameOf(row: Row) {
    const state = row.state === "confirmed" ? null : PARTY_STATES[row.state];
    return (
      <>
        <a href={`/manage/registrations/${row.id}`}>
          <bdi>{row.name || "Name removed"}</bdi>
        </a>
        {row.party > 1 && <span className="rh-parties__more">{counted(row.party, "person", "people")}</span>}
        {state && (
          <span className="rh-parties__flag">
            <Tag colour={state.colour}>{state.text}</Tag>
          </span>
        )}
      </>
    );
  }

  function flagsOf({ needs, asked }: Row) {
    return [...needs.map((need) => t(`needs.${need}`)), ...asked].join(", ") || "–";
  }

  function doorOf(row: Row) {
    if (row.here === 0) {
      return (
        <DoorForm row={row} kind="arrive" here={here} proof={proof}>
          <HowMany row={row} chosen={row.party} />
          <Button small>
            {row.state === "confirmed" ? "Check in" : "Let in"} {hidden(row.name)}
          </Button>
        </DoorForm>
      );
    }
    return (
      <div className="rh-door__here">
        <Tag colour="green">{row.party > 1 ? `${row.here} of ${row.party} here` : "Here"}</Tag>{" "}
        {row.since && <span className="rh-one-line">since {clock(row.since)}</span>}
        {row.factId && row.party > 1 && (
          <DoorForm row={row} kind="amend" here={here} proof={proof}>
            <HowMany row={row} chosen={row.here} />
            <Button small variant="secondary">
              Change {hidden(row.name)}
            </Button>
          </DoorForm>
        )}
        {row.factId && (
          <DoorForm row={row} kind="undo" here={here} proof={proof}>
            <Button small variant="secondary">
              Undo {hidden(`the check-in of ${row.name}`)}
            </Button>
          </DoorForm>
        )}
      </div>
    );
  }
}

const hidden = (words: string) => <span className="govuk-visually-hidden">{words}</span>;

type DoorFormProps = {
  row: Row;
  kind: "arrive" | "amend" | "undo";
  here: string;
  proof: ReactNode;
  children: ReactNode;
};

function DoorForm({ row, kind, here, proof, children }: DoorFormProps) {
  return (
    <form className="rh-door__form" method="post" action={here}>
      {proof}
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={row.newId} />
      {kind === "arrive" ? (
        <input type="hidden" name="registration" value={row.id} />
      ) : (
        <input type="hidden" name="of" value={row.factId ?? ""} />
      )}
      {children}
    </form>
  );
}

/** For a party, how many of it; for one person it goes without saying. */
function HowMany({ row, chosen }: { row: Row; chosen: number }) {
  if (row.party === 1) return <input type="hidden" name="people" value="1" />;
  const sizes = Array.from({ length: row.party }, (_, n) => row.party - n);
  return (
    <select
      className="govuk-select rh-door__size"
      name="people"
      defaultValue={String(chosen)}
      aria-label={`How many of ${row.name}’s party`}
    >
      {sizes.map((n) => (
        <option key={n} value={n}>
          {n} of {row.party}
        </option>
      ))}
    </select>
  );
}
