import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Remembered } from "~/features/people/read-remembered.server";
import { dayAndClock, plainDay } from "~/platform/london";
import { SummaryList } from "~/ui/SummaryList";
import { languageOf } from "./need-words";
import type { Need } from "./read-needs.server";

type NeedFactsProps = { need: Need; remembered: Remembered | null };

/** What is needed, by whom, where and until when, with what they asked us to remember. */
export function NeedFacts({ need, remembered }: NeedFactsProps) {
  const { t } = useTranslation();
  const { task, event, registration, participant, owner } = need;
  const kept = remembered?.needs.map((one) => t(`remember.needs.${one.need}`)).join(", ");
  const rows: [string, ReactNode][] = [
    [
      "Event",
      <a
        key="event"
        href={`/manage/events/${event.slug}/needs`}
      >{`${event.title}, ${dayAndClock(event.startsAt)}`}</a>,
    ],
    [
      "For",
      <a key="for" href={`/manage/registrations/${registration.id}`}>
        <bdi>{participant.name || "Name removed"}</bdi>, booking {registration.reference}
      </a>,
    ],
    ["Language", languageOf(task.need, registration)],
    ["In their words", registration.needsDetail],
    ["Due", dayAndClock(task.dueAt)],
    ["Seen to by", owner ?? "Nobody yet"],
    ["Arranged", task.arranged],
    ["Why not", task.reason],
    ["What we remember", kept && `${kept} (confirmed ${remembered ? plainDay(remembered.confirmedAt) : ""})`],
  ];
  return (
    <SummaryList rows={rows.filter(([, value]) => Boolean(value)).map(([key, value]) => ({ key, value }))} />
  );
}
