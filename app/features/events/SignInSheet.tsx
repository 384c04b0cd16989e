import { clock, longDay } from "~/platform/london";
import { SheetLines } from "./SheetLines";
import { SheetTicks } from "./SheetTicks";
import { counted } from "./staff-words";

type SignInSheetProps = {
  event: { title: string; startsAt: Date; endsAt: Date; venue: string };
  rows: readonly { id: string; name: string; party: number }[];
};

/** The sheet that people sign themselves in on: no contact, no reference, nothing about anybody's needs. */
export function SignInSheet({ event, rows }: SignInSheetProps) {
  return (
    <>
      <h1>{event.title}</h1>
      <p>
        {longDay(event.startsAt)}, {clock(event.startsAt)} to {clock(event.endsAt)}, {event.venue}. Please
        tick your name. If it is not here, you are welcome: write on an empty line, or ask us to.
      </p>
      <SheetTicks
        caption={`${counted(rows.length, "booking", "bookings")} with a place`}
        rows={rows}
        columns={[{ header: "People booked", value: ({ party }) => party }, { header: "People who came" }]}
      />
      <SheetLines
        className="rh-sheet__new"
        caption="Came without booking"
        headers={["Name (only if you like)", "People", "Where you live (only if you like)"]}
        count={14}
      />
      <p>Names on this sheet are typed in after the event, and the sheet is shredded.</p>
    </>
  );
}
