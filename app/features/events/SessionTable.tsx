import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { clocksOf } from "./choices";
import type { SessionSeen } from "./read-sessions.server";
import { counted, SESSION_WORDS } from "./staff-words";

type SessionTableProps = {
  rows: readonly SessionSeen[];
  /** Notes by session, for those who may read them; null for others, and before anybody has said anything. */
  notes: Readonly<Record<string, number>> | null;
  slug: string;
};

/** Sessions and stalls as staff see them, each a link to change it. */
export function SessionTable({ rows, notes, slug }: SessionTableProps) {
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
        ...(notes ? [{ header: "Notes", cell: notesOf }] : []),
      ]}
    />
  );

  function notesOf({ id, title }: SessionSeen) {
    const n = notes?.[id] ?? 0;
    if (n === 0) return "None";
    return (
      <a href={`/manage/events/${slug}/notes?view=all&stall=${id}`}>
        {counted(n, "note", "notes")}
        <span className="govuk-visually-hidden"> from {title}</span>
      </a>
    );
  }
}

function placesOf(session: SessionSeen) {
  if (session.state === "cancelled") return <Tag colour="red">Off</Tag>;
  if (session.capacity === null) return "Just come";
  const waiting = session.waitingCount > 0 ? `, ${counted(session.waitingCount, "waits", "wait")}` : "";
  return `${session.confirmedPlaces} of ${session.capacity}${waiting}`;
}
