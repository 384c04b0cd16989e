import { useTranslation } from "react-i18next";
import { clock, dayAndClock, longDay } from "~/platform/london";
import { WarningText } from "~/ui/WarningText";
import { SheetLines } from "./SheetLines";
import { SheetTicks } from "./SheetTicks";
import { counted } from "./staff-words";

type DoorListProps = {
  event: {
    title: string;
    slug: string;
    startsAt: Date;
    endsAt: Date;
    venue: string;
    cancelled: string | null;
  };
  rows: readonly { id: string; name: string; party: number; reference: string }[];
  asked: readonly { need: string; n: number }[];
  printedAt: Date;
  /** Everyone with a place, on whichever sheet. */
  total: { people: number; parties: number };
  /** The last booking of this sheet, when there is another sheet. */
  next: string | null;
  isFirst: boolean;
};

/** The list for the door, on paper: names in order with a box to tick, lines for people who just come, what to have ready. */
export function DoorList({ event, rows, asked, printedAt, total, next, isFirst }: DoorListProps) {
  const { t } = useTranslation();
  return (
    <main className="rh-sheet" id="main">
      <p className="rh-no-print">
        <a href={`/manage/events/${event.slug}`}>Back to the event</a>. To print this page, press Ctrl and P.
        {next && (
          <>
            {" "}
            There are more names: <a href={`/manage/events/${event.slug}/print?after=${next}`}>next sheet</a>.
          </>
        )}
        {!isFirst && (
          <>
            {" "}
            <a href={`/manage/events/${event.slug}/print`}>First sheet</a>.
          </>
        )}
      </p>
      <h1>{event.title}</h1>
      {event.cancelled !== null && <WarningText>This event is cancelled. {event.cancelled}</WarningText>}
      <p>
        {longDay(event.startsAt)}, {clock(event.startsAt)} to {clock(event.endsAt)}, {event.venue}.{" "}
        {counted(total.people, "person is", "people are")} coming in{" "}
        {counted(total.parties, "booking", "bookings")}. Printed {dayAndClock(printedAt)}.
      </p>
      <SheetTicks
        caption={`People with a place${isFirst ? "" : ", continued"}`}
        rows={rows}
        columns={[
          { header: "People", value: ({ party }) => party },
          { header: "Reference", value: ({ reference }) => reference },
        ]}
      />
      <SheetLines
        caption="People who came without booking"
        headers={["Name (only if they like)", "People", "Neighbourhood (only if they like)"]}
        count={6}
      />
      {asked.length > 0 && (
        <>
          <h2>What to have ready</h2>
          <ul className="rh-list">
            {asked.map(({ need, n }) => (
              <li key={need}>
                {t(`needs.${need}`)}: {n}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>Shred this sheet after the event.</p>
    </main>
  );
}
