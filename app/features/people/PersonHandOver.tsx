import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Select } from "~/ui/Select";
import { GrantTable } from "./GrantTable";
import type { Person } from "./read-person.server";

type PersonHandOverProps = {
  person: Pick<Person, "id" | "name" | "atLeaving" | "successors">;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What someone held on the day they left, each role with a way to hand it on. */
export function PersonHandOver({ person, proof }: PersonHandOverProps) {
  if (person.atLeaving.length === 0) return <p>They held no role on that day.</p>;
  const choices = person.successors.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <GrantTable
      caption={`What ${person.name} held`}
      grants={person.atLeaving.map((grant) => ({ ...grant, standing: "now" }))}
      action={{
        header: "Hand over to",
        cell: (grant) => (
          <form method="post" action={`/manage/people/${person.id}/hand-over`} className="rh-inline">
            {proof}
            <input type="hidden" name="grant" value={grant.id} />
            <Select
              id={`to-${grant.id}`}
              name="to"
              label={
                <span className="govuk-visually-hidden">
                  Who takes over {grant.label}, {grant.where}
                </span>
              }
              defaultValue=""
              items={[{ value: "", text: "Choose someone" }, ...choices]}
            />
            <Button small variant="secondary">
              Hand over
            </Button>
          </form>
        ),
      }}
    />
  );
}
