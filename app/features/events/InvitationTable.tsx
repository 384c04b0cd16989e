import { LOCALES } from "~/platform/locales";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { listInvitations } from "./read-invitations.server";
import { counted, PARTY_STATES } from "./staff-words";

type Row = Awaited<ReturnType<typeof listInvitations>>[number];

/** Who is invited, how, and what became of it. */
export function InvitationTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table
      caption="Who is invited"
      captionHidden
      cards
      rows={rows}
      rowKey={({ invitation }) => invitation.id}
      columns={[
        { header: "Name", cell: ({ invitation }) => <bdi>{invitation.name || "Name deleted"}</bdi> },
        { header: "Sent", cell: sentWords },
        { header: "For", cell: ({ invitation }) => counted(invitation.most, "person", "people") },
        { header: "State", cell: stateOf },
        {
          header: "Take back",
          cell: ({ invitation }) =>
            invitation.state === "open" &&
            invitation.name !== "" && (
              <a href={`/manage/invitations/${invitation.id}/withdraw`}>
                Take back<span className="govuk-visually-hidden"> the invitation of {invitation.name}</span>
              </a>
            ),
        },
      ]}
    />
  );
}

function sentWords({ invitation: { channel, email, name, locale } }: Row) {
  const language = LOCALES.find(({ code }) => code === locale && code !== "en");
  return (
    <>
      <bdi>{channel === "print" ? "On paper" : name === "" ? "By email" : email}</bdi>
      {language && (
        <>
          , in <span lang={language.code}>{language.name}</span>
        </>
      )}
    </>
  );
}

function stateOf({ invitation, standing, reference }: Row) {
  if (invitation.state === "withdrawn") return <Tag colour="grey">Taken back</Tag>;
  if (invitation.state === "open") return <Tag colour="blue">Not answered</Tag>;
  const { text, colour } = PARTY_STATES[standing ?? ""] ?? { text: "Answered", colour: "green" };
  return (
    <>
      <Tag colour={colour}>{text}</Tag>{" "}
      {invitation.registrationId && (
        <a href={`/manage/registrations/${invitation.registrationId}`}>{reference}</a>
      )}
    </>
  );
}
