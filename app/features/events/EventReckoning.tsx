import { clock, dayAndClock } from "~/platform/london";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { SectionHead } from "~/ui/SectionHead";
import { Table } from "~/ui/Table";
import { attendanceRate, isClosed, type Reckoning } from "./reckon";
import { counted } from "./staff-words";

type EventReckoningProps = {
  slug: string;
  reckoning: Reckoning;
  heads: readonly { id: string; people: number; at: Date }[];
  closing: { closedAt: Date; reopenedAt: Date | null; reason: string | null } | null;
  isOver: boolean;
  permits: { checkIn: boolean; closeList: boolean; reopenList: boolean };
};

/** What became of everyone who registered, so that it adds up, and beside it who came without booking. */
export function EventReckoning({ slug, reckoning, heads, closing, isOver, permits }: EventReckoningProps) {
  const isComplete = isClosed(closing);
  const rate = attendanceRate(reckoning);
  return (
    <section className="rh-reckoning">
      <SectionHead
        title="Who came"
        link={permits.checkIn ? { href: `/manage/events/${slug}/door`, text: "The door" } : undefined}
      />
      <Table
        caption={`What became of the ${counted(reckoning.registered, "person", "people")} who registered`}
        rows={rowsOf(reckoning, isComplete)}
        rowKey={([what]) => what}
        columns={[
          { header: "What", cell: ([what]) => what },
          { header: "People", cell: ([, n]) => n.toLocaleString("en-GB"), numeric: true },
        ]}
      />
      <p>
        <strong>{counted(reckoning.attended + reckoning.walkIns, "person", "people")}</strong> came in all:{" "}
        {reckoning.attended} who had registered and {reckoning.walkIns} who had not.
        {isComplete && rate !== null && <> Of those with a place, {Math.round(rate * 100)}% came.</>}
        {heads.length > 0 && <> Heads in the room: {heads.map(headWords).join(", ")}.</>}
      </p>
      {closing && (
        <p>
          {isComplete
            ? `The list was closed on ${dayAndClock(closing.closedAt)}.`
            : `The list was opened again: ${closing.reason}.`}
        </p>
      )}
      <ButtonRow>
        {isOver && !isComplete && permits.closeList && (
          <ButtonLink href={`/manage/events/${slug}/close-list`}>Close the list</ButtonLink>
        )}
        {isComplete && permits.reopenList && (
          <a href={`/manage/events/${slug}/reopen-list`}>Open the list again</a>
        )}
      </ButtonRow>
    </section>
  );
}

const headWords = ({ people, at }: { people: number; at: Date }) => `${people} at ${clock(at)}`;

/** The parts that make up everyone who registered; what can still change is there only while it can. */
export function rowsOf(r: Reckoning, isComplete: boolean): [string, number][] {
  return [
    ["Came", r.attended],
    isComplete
      ? ["Had a place and did not come", r.noShow]
      : ["Have a place and are not here yet", r.expected],
    ["Cancelled, or gave no answer to an offer", r.cancelled],
    ...(r.offered > 0 ? [["Hold an offer", r.offered] as [string, number]] : []),
    ["Waited and were never offered a place", r.neverOffered],
    ["Registered", r.registered],
  ];
}
