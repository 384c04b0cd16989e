import { dayAndClock, plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { Going, listRuns } from "./read-retention.server";
import { counted } from "./staff-words";

/** What of each event will be deleted and when; nothing has been deleted by looking at it. */
export function RetentionTable({ going }: { going: readonly Going[] }) {
  return (
    <Table
      caption="What will be deleted, and when"
      captionHidden
      cards
      className="rh-parties"
      rows={going}
      rowKey={({ slug }) => slug}
      columns={[
        { header: "Event", cell: ({ slug, title }) => <a href={`/manage/events/${slug}`}>{title}</a> },
        {
          header: "Needs and helpers",
          cell: ({ needs, needsGoAt }) =>
            needs > 0 ? `${counted(needs, "booking", "bookings")}, ${plainDay(needsGoAt)}` : "Gone, or none",
        },
        {
          header: "Names and contacts",
          cell: namesWords,
        },
        { header: "Hold", cell: (row) => <Hold row={row} /> },
      ]}
    />
  );
}

function namesWords({ people, invited, peopleGoAt }: Going): string {
  if (people + invited === 0) return "Gone, or none";
  const who = people > 0 ? [counted(people, "person", "people")] : [];
  const asked = invited > 0 ? [counted(invited, "invitation", "invitations")] : [];
  return [...who, ...asked, plainDay(peopleGoAt)].join(", ");
}

function Hold({ row: { slug, title, hold } }: { row: Going }) {
  const about = <span className="govuk-visually-hidden">: {title}</span>;
  if (!hold) {
    return <a href={`/manage/events/${slug}/hold`}>Keep it{about}</a>;
  }
  return (
    <>
      <Tag colour="purple">Held</Tag>
      <span className="rh-parties__more">
        {hold.reason} ({[hold.by, plainDay(hold.placedAt)].filter(Boolean).join(", ")}).{" "}
        <a href={`/manage/events/${slug}/hold`}>Lift the hold{about}</a>
      </span>
    </>
  );
}

type Run = Awaited<ReturnType<typeof listRuns>>[number];

/** Runs that deleted something, or that somebody asked for: when, at whose word, and how much. */
export function RetentionRuns({ runs }: { runs: readonly Run[] }) {
  const number = (header: string, of: (row: Run) => number) => ({ header, numeric: true, cell: of });
  return (
    <Table
      caption="The last runs"
      captionHidden
      rows={runs}
      rowKey={({ run }) => run.id}
      columns={[
        { header: "When", cell: ({ run }) => dayAndClock(run.at) },
        {
          header: "Started by",
          cell: ({ run, by }) => (run.startedBy ? (by ?? "Somebody who has left") : "The clock"),
        },
        number("Bookings’ needs", ({ run }) => run.bookings),
        number("People", ({ run }) => run.people),
        number("Invitations", ({ run }) => run.invitations),
        number("Messages", ({ run }) => run.messages),
        number("Events held", ({ run }) => run.held),
      ]}
    />
  );
}
