import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { clocksOf } from "./choices";
import type { SessionSeen } from "./read-sessions.server";
import { counted, SESSION_WORDS } from "./staff-words";

/** Sessions and stalls as staff see them, each a link to change it. */
export function SessionTable({ rows }: { rows: readonly SessionSeen[] }) {
  return (
    <Table
      caption="Sessions and stalls"
      captionHidden
      cards
      rows={rows}
      rowKey={(session) => session.id}
      columns={[
        {
          header: "Name",
          cell: (session) =>
            session.state === "on" ? (
              <a href={`/manage/sessions/${session.id}`}>{session.title}</a>
            ) : (
              session.title
            ),
        },
        { header: "What", cell: (session) => SESSION_WORDS[session.kind] },
        { header: "Table", cell: (session) => session.tableNumber ?? "" },
        { header: "When", cell: (session) => clocksOf(session)?.join(" to ") ?? "All the time" },
        { header: "Run by", cell: (session) => session.host ?? "" },
        { header: "Places", cell: placesOf },
      ]}
    />
  );
}

function placesOf(session: SessionSeen) {
  if (session.state === "cancelled") return <Tag colour="red">Off</Tag>;
  if (session.capacity === null) return "Just come";
  const waiting = session.waitingCount > 0 ? `, ${counted(session.waitingCount, "waits", "wait")}` : "";
  return `${session.confirmedPlaces} of ${session.capacity}${waiting}`;
}
