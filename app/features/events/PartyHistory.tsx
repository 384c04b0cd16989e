import { dayAndClock, wallOf } from "~/platform/london";
import { Timeline } from "~/ui/Timeline";
import { type HistoryNote, sentenceOf } from "./history";

/** Every decision about one party's places, oldest first, in plain sentences. */
export function PartyHistory({ notes }: { notes: readonly HistoryNote[] }) {
  return (
    <Timeline
      items={notes.map((note) => {
        const { title, text } = sentenceOf(note);
        return {
          title,
          dateTime: wallOf(note.at),
          date: dayAndClock(note.at),
          children: <p>{text}</p>,
        };
      })}
    />
  );
}
