import { CHANNEL_WORDS, DONE_WORDS } from "~/platform/formats";
import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import type { listTold } from "./read-staff-parties.server";

type Told = Awaited<ReturnType<typeof listTold>>[number];

const STATES: Record<Told["state"], string> = {
  waiting: "To be done",
  sending: "Being sent",
  done: "Done",
  failed: "Failed: see Calls and letters",
  withdrawn: "Taken back",
};

/** What somebody was told about their place, and whether it reached them. */
export function PartyTold({ told }: { told: readonly Told[] }) {
  if (told.length === 0) return <p>Nothing. They asked not to be told, or were told on the phone.</p>;
  return (
    <Table
      caption="Messages"
      captionHidden
      cards
      rows={told}
      rowKey={({ id }) => id}
      columns={[
        { header: "About", cell: ({ subject }) => subject || "Text deleted" },
        { header: "By", cell: ({ channel }) => CHANNEL_WORDS[channel] },
        { header: "Written", cell: ({ createdAt }) => dayAndClock(createdAt) },
        {
          header: "State",
          cell: ({ channel, state, doneAt }) =>
            state === "done" && doneAt ? `${DONE_WORDS[channel]} ${dayAndClock(doneAt)}` : STATES[state],
        },
      ]}
    />
  );
}
