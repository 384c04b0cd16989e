import type { ReactNode } from "react";
import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { TaskList } from "~/ui/TaskList";
import { EventTable } from "./EventTable";
import type { Party } from "./messages";
import { NeedTable } from "./NeedTable";
import type { getWaitingWork } from "./read-waiting-work.server";
import { CONTACT_WORDS, counted } from "./staff-words";

type Work = Awaited<ReturnType<typeof getWaitingWork>>;

/** What waits for a member of staff, one table for each kind; kinds with nothing in them are left out. */
export function WorkTables({ work, now }: { work: Work; now: Date }) {
  const { offers, tasks, duplicates, overfull, drafts, needs, notes, claims } = work;
  return (
    <div className="rh-work">
      {Object.values(tasks).some((n) => n > 0) && (
        <Part title="People to tell">
          <TaskList
            items={[
              { n: tasks.call, title: "Calls to make", one: "call", many: "calls" },
              { n: tasks.text, title: "Texts to send", one: "text", many: "texts" },
              { n: tasks.letter, title: "Letters to post", one: "letter", many: "letters" },
              {
                n: tasks.by_hand,
                title: "Recordings and the like to make",
                one: "message",
                many: "messages",
              },
            ]
              .filter(({ n }) => n > 0)
              .map(({ n, title, one, many }) => ({
                title,
                href: "/manage/messages",
                status: <Tag colour="yellow">{counted(n, one, many)}</Tag>,
              }))}
          />
        </Part>
      )}
      {needs.length > 0 && (
        <Part title="Needs that are late, or due within a week">
          <NeedTable
            caption="Needs that you or nobody yet sees to, the next due first"
            needs={needs}
            now={now}
          />
          <p>
            <a href="/manage/needs">See everything that people need</a>
          </p>
        </Part>
      )}
      {notes.length + claims > 0 && (
        <Part title="After events">
          <TaskList
            idPrefix="after-events"
            items={[
              ...notes.map(({ slug, title, n }) => ({
                title: `Read notes: ${title}`,
                href: `/manage/events/${slug}/notes`,
                status: <Tag colour="yellow">{counted(n, "note", "notes")}</Tag>,
              })),
              ...(claims > 0
                ? [
                    {
                      title: "Approve and pay claims",
                      href: "/manage/payments",
                      status: <Tag colour="yellow">{counted(claims, "claim", "claims")}</Tag>,
                    },
                  ]
                : []),
            ]}
          />
        </Part>
      )}
      {offers.length > 0 && (
        <Part title="Offers that nobody has answered">
          <Parties
            caption="Offers, the next to end first"
            rows={offers}
            more={{
              header: "Held until",
              cell: ({ registration }) =>
                registration.offerExpiresAt ? dayAndClock(registration.offerExpiresAt) : "",
            }}
          />
        </Part>
      )}
      {duplicates.length > 0 && (
        <Part title="Is this the same person twice?">
          <Parties
            caption="Bookings to compare"
            rows={duplicates}
            more={{
              header: "Compare",
              cell: ({ registration }) => (
                <a href={`/manage/registrations/${registration.id}/duplicate`}>
                  Compare<span className="govuk-visually-hidden"> booking {registration.reference}</span>
                </a>
              ),
            }}
          />
        </Part>
      )}
      {overfull.length > 0 && (
        <Part title="More places taken than there are">
          <EventTable caption="Over-full events" captionHidden events={overfull} />
        </Part>
      )}
      {drafts.length > 0 && (
        <Part title="Drafts to publish">
          <EventTable caption="Drafts" captionHidden events={drafts} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type PartiesProps = {
  caption: string;
  rows: readonly Party[];
  more: { header: string; cell: (row: Party) => ReactNode };
};

function Parties({ caption, rows, more }: PartiesProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={rows}
      rowKey={({ registration }) => registration.id}
      columns={[
        {
          header: "Name",
          cell: ({ registration, participant }) => (
            <a href={`/manage/registrations/${registration.id}`}>
              <bdi>{participant.name}</bdi>
            </a>
          ),
        },
        { header: "Event", cell: ({ event }) => event.title },
        { header: "Told by", cell: ({ participant }) => CONTACT_WORDS[participant.preferredContact] },
        more,
      ]}
    />
  );
}
