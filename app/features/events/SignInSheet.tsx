import { clock, longDay } from "~/platform/london";
import { counted } from "./staff-words";

type SignInSheetProps = {
  event: { title: string; startsAt: Date; endsAt: Date; venue: string };
  rows: readonly { id: string; name: string; party: number }[];
};

const WALK_IN_LINES = Array.from({ length: 14 }, (_, n) => n + 1);

/** The sheet that people sign themselves in on: no contact, no reference, nothing about anybody's needs. */
export function SignInSheet({ event, rows }: SignInSheetProps) {
  return (
    <>
      <h1>{event.title}</h1>
      <p>
        {longDay(event.startsAt)}, {clock(event.startsAt)} to {clock(event.endsAt)}, {event.venue}. Please
        tick your name. If it is not here, you are welcome: write on an empty line, or ask us to.
      </p>
      <table className="govuk-table rh-sheet__list">
        <caption className="govuk-table__caption">
          {counted(rows.length, "booking", "bookings")} with a place
        </caption>
        <thead>
          <tr>
            <th scope="col">Here</th>
            <th scope="col">Name</th>
            <th scope="col">People booked</th>
            <th scope="col">People who came</th>
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
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <table className="govuk-table rh-sheet__list rh-sheet__new">
        <caption className="govuk-table__caption">Came without booking</caption>
        <thead>
          <tr>
            <th scope="col">Name (only if you like)</th>
            <th scope="col">People</th>
            <th scope="col">Where you live (only if you like)</th>
          </tr>
        </thead>
        <tbody>
          {WALK_IN_LINES.map((line) => (
            <tr key={line}>
              <td>&nbsp;</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p>Names on this sheet are typed in after the event, and the sheet is shredded.</p>
    </>
  );
}
