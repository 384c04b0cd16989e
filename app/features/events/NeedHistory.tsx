import { dayAndClock, wallOf } from "~/platform/london";
import { Timeline } from "~/ui/Timeline";
import type { listNeedNotes } from "./read-needs.server";

type Row = Awaited<ReturnType<typeof listNeedNotes>>[number];

const TITLES: Record<Row["note"]["what"], string> = {
  asked: "Asked for and recorded",
  owned: "Somebody sees to it",
  let_go: "Nobody sees to it any more",
  shared: "Shared with who provides it",
  arranged: "Arranged, and the person told",
  reopened: "To be arranged again",
  met: "Met",
  partly: "Met in part, and the person told",
  not_met: "Not met, and the person told",
  withdrawn: "Not needed any more",
  moved: "The event moved, and with it the day it is due",
};

/** Every step of a need, oldest first: who did it, and in which words. */
export function NeedHistory({ notes }: { notes: readonly Row[] }) {
  return (
    <Timeline
      items={notes.map(({ note, by, to }) => ({
        title: TITLES[note.what],
        dateTime: wallOf(note.at),
        date: dayAndClock(note.at),
        by: by ?? undefined,
        children: (
          <>
            {to && <p>Given to {to}.</p>}
            {note.words && <p className="rh-lines">{note.words}</p>}
          </>
        ),
      }))}
    />
  );
}
