import { Button } from "~/ui/Button";
import { InsetText } from "~/ui/InsetText";
import { TextInput } from "~/ui/TextInput";
import { counted } from "./staff-words";

type DoorFinderProps = {
  action: string;
  words: string;
  /** The words came from a code that a camera read. */
  fromCode: boolean;
  found: number;
};

/** Finds somebody by name or reference, and says plainly when nobody is found. */
export function DoorFinder({ action, words, fromCode, found }: DoorFinderProps) {
  return (
    <>
      <form className="rh-filter-row" method="get" action={action}>
        <TextInput
          name="q"
          label="Name or reference"
          defaultValue={words}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          width={20}
        />
        <Button>Find</Button>
        {words && <a href={action}>Everyone with a place</a>}
      </form>
      {words && found === 0 && (
        <InsetText>
          {fromCode ? `The code ${words} is unknown at this event.` : `Nobody here fits “${words}”.`} Ask the
          person: they may have booked for another day, or come without booking. Note them below as somebody
          who came without booking.
        </InsetText>
      )}
      {words && found > 0 && <p>{counted(found, "booking fits", "bookings fit")}.</p>}
      {!words && found === 0 && <p>Nobody has a place. People who just come can be noted below.</p>}
    </>
  );
}
