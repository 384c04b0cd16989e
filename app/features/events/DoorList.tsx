import { useTranslation } from "react-i18next";
import { clock, dayAndClock, longDay } from "~/platform/london";
import { WarningText } from "~/ui/WarningText";
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

const BLANK_LINES = ["a", "b", "c", "d", "e", "f"];

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
      <table className="govuk-table rh-sheet__list">
        <caption className="govuk-table__caption">People with a place{isFirst ? "" : ", continued"}</caption>
        <thead>
          <tr>
            <th scope="col">Here</th>
            <th scope="col">Name</th>
            <th scope="col">People</th>
            <th scope="col">Reference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <span className="rh-sheet__box" />
              </td>
              <th scope="row">
                <bdi>{row.name || "Name removed"}</bdi>
              </th>
              <td>{row.party}</td>
              <td>{row.reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="govuk-table rh-sheet__list">
        <caption className="govuk-table__caption">People who came without booking</caption>
        <thead>
          <tr>
            <th scope="col">Name (only if they like)</th>
            <th scope="col">People</th>
            <th scope="col">Neighbourhood (only if they like)</th>
          </tr>
        </thead>
        <tbody>
          {BLANK_LINES.map((line) => (
            <tr key={line}>
              <td>&nbsp;</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
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
