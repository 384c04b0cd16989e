import { ButtonLink } from "~/ui/Button";
import { Table } from "~/ui/Table";
import type { listOutreachPeople } from "./read-outreach.server";
import { counted } from "./staff-words";

type Person = Awaited<ReturnType<typeof listOutreachPeople>>[number];
type OutreachPeopleProps = {
  /** Empty for those who may not see names. */
  people: readonly Person[];
  named: number;
  /** Where another is added; null for those who may not. */
  add: string | null;
};

/** People met on a visit who left their name, apart from the head count. */
export function OutreachPeople({ people, named, add }: OutreachPeopleProps) {
  return (
    <>
      <h2>People who left their name</h2>
      {people.length > 0 ? (
        <Table
          caption={counted(people.length, "person", "people")}
          cards
          rows={people}
          rowKey={(person) => person.id}
          columns={[
            { header: "Name", cell: (person) => <bdi>{person.name || "Name deleted"}</bdi> },
            { header: "Told by", cell: (person) => person.email ?? person.phone ?? "Not told" },
          ]}
        />
      ) : (
        <p>
          {named === 0
            ? "Nobody did."
            : `${counted(named, "person", "people")}. Your role does not show names.`}
        </p>
      )}
      {add && (
        <p>
          <ButtonLink href={add} variant="secondary">
            Note someone who left their name
          </ButtonLink>
        </p>
      )}
    </>
  );
}
