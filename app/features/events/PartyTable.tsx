import { useTranslation } from "react-i18next";
import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { Party } from "./messages";
import { CHANNEL_WORDS, CONTACT_WORDS, counted, ENDED_WORDS, partyWords, standingWords } from "./staff-words";

/** One row: a party with what it asked for; `isDuplicate` while it may still be somebody's second. */
export type PartyRow = Pick<Party, "registration" | "participant"> & {
  needs: string[];
  isDuplicate: boolean;
};

type PartyTableProps = {
  caption: string;
  captionHidden?: boolean;
  rows: readonly PartyRow[];
};

/** Who is coming, waiting or gone, each a link to their booking. */
export function PartyTable({ caption, captionHidden, rows }: PartyTableProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      cards
      className="rh-parties"
      rows={rows}
      rowKey={({ registration }) => registration.id}
      columns={[
        { header: "Name", cell: nameOf },
        { header: "Reference", cell: ({ registration }) => registration.reference },
        { header: "State", cell: stateOf },
        { header: "People", cell: ({ registration }) => peopleOf(registration) },
        { header: "Needs", cell: needsOf },
        {
          header: "Booked",
          cell: ({ registration }) => CHANNEL_WORDS[registration.channel] ?? registration.channel,
        },
        {
          header: "Told by",
          cell: ({ participant }) => CONTACT_WORDS[participant.preferredContact],
        },
      ]}
    />
  );

  function nameOf({ registration, participant, isDuplicate }: PartyRow) {
    return (
      <>
        <a href={`/manage/registrations/${registration.id}`}>
          <bdi>{participant.name || "Name removed"}</bdi>
        </a>
        {isDuplicate && (
          <a className="rh-parties__flag" href={`/manage/registrations/${registration.id}/duplicate`}>
            <Tag colour="orange">Same person?</Tag>
          </a>
        )}
      </>
    );
  }

  function needsOf({ registration, needs }: PartyRow) {
    const all = [...needs.map((need) => t(`needs.${need}`)), registration.language, registration.needsDetail];
    return all.filter(Boolean).join(", ");
  }
}

function peopleOf(registration: PartyRow["registration"]): string {
  const people = partyWords(registration);
  return registration.attending === "online" ? `${people}, online` : people;
}

function stateOf({ registration }: PartyRow) {
  const { text, colour } = standingWords(registration);
  return (
    <>
      <Tag colour={colour}>{text}</Tag>
      {registration.state === "offered" && registration.offerExpiresAt && (
        <span className="rh-parties__more">until {dayAndClock(registration.offerExpiresAt)}</span>
      )}
      {registration.state === "waiting" && registration.skips > 0 && (
        <span className="rh-parties__more">passed {counted(registration.skips, "time", "times")}</span>
      )}
      {registration.ended && <span className="rh-parties__more">{ENDED_WORDS[registration.ended]}</span>}
    </>
  );
}
