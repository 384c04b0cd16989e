import { useTranslation } from "react-i18next";
import { dayAndClock, longDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { languageOf, NEED_STATES } from "./need-words";
import type { Need } from "./read-needs.server";

type NeedTableProps = { caption: string; needs: readonly Need[]; now: Date; withEvent?: boolean };

/** Needs to see to, each a link to its work; what is late says so. */
export function NeedTable({ caption, needs, now, withEvent = true }: NeedTableProps) {
  const { t } = useTranslation();
  const event = {
    header: "Event",
    cell: ({ event }: Need) => (
      <>
        <a href={`/manage/events/${event.slug}/needs`}>{event.title}</a>
        <span className="rh-parties__more">{longDay(event.startsAt)}</span>
      </>
    ),
  };
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      className="rh-parties"
      rows={needs}
      rowKey={({ task }) => task.id}
      columns={[
        { header: "Need", cell: nameOf },
        { header: "For", cell: ({ participant }) => <bdi>{participant.name || "Name removed"}</bdi> },
        ...(withEvent ? [event] : []),
        { header: "Due", cell: dueOf },
        { header: "Seen to by", cell: ({ owner }) => owner ?? <Tag colour="orange">Nobody yet</Tag> },
        {
          header: "State",
          cell: ({ task }) => <Tag {...tagOf(task.state)}>{NEED_STATES[task.state].text}</Tag>,
        },
      ]}
    />
  );

  function nameOf({ task, registration }: Need) {
    const more = [languageOf(task.need, registration), registration.needsDetail].filter(Boolean).join(", ");
    return (
      <>
        <a href={`/manage/needs/${task.id}`}>
          {t(`needs.${task.need}`)}
          <span className="govuk-visually-hidden"> for booking {registration.reference}</span>
        </a>
        {more && <span className="rh-parties__more">{more}</span>}
      </>
    );
  }

  function dueOf({ task }: Need) {
    const late = task.state === "open" && task.dueAt < now;
    return (
      <>
        {dayAndClock(task.dueAt)}
        {late && (
          <span className="rh-parties__flag">
            <Tag colour="red">Late</Tag>
          </span>
        )}
      </>
    );
  }
}

const tagOf = (state: Need["task"]["state"]) => ({ colour: NEED_STATES[state].colour });
