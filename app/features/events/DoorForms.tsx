import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Details } from "~/ui/Details";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

type DoorFormsProps = {
  here: string;
  neighbourhoods: readonly { slug: string; name: string }[];
  /** An id for each form, so that sending it twice is the same as once. */
  ids: { walkIn: string; heads: string };
  refused?: Refused;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** People who came without booking, and counts of heads. */
export function DoorForms({ here, neighbourhoods, ids, refused, proof }: DoorFormsProps) {
  const at = (kind: string) => (refused && one(refused.typed, "kind") === kind ? refused : undefined);
  const [walkIn, heads] = [at("walk_in"), at("heads")];
  return (
    <div className="rh-door__forms">
      <Details summary="Somebody came without booking" open={walkIn !== undefined}>
        <form method="post" action={here} noValidate>
          {proof}
          <input type="hidden" name="kind" value="walk_in" />
          <input type="hidden" name="id" value={ids.walkIn} />
          <TextInput
            name="name"
            label="Name (only if they like)"
            autoComplete="off"
            defaultValue={walkIn && one(walkIn.typed, "name")}
            error={walkIn?.fields.name?.[0]}
          />
          <TextInput
            id="walk-in-people"
            name="people"
            label="How many people"
            inputMode="numeric"
            autoComplete="off"
            width={3}
            defaultValue={walkIn ? one(walkIn.typed, "people") : "1"}
            error={walkIn?.fields.people?.[0]}
          />
          <Select
            name="neighbourhood"
            label="Where they live (only if they like)"
            defaultValue={walkIn && one(walkIn.typed, "neighbourhood")}
            items={[
              { value: "", text: "Not said" },
              ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
            ]}
          />
          <Button>Note them</Button>
        </form>
      </Details>
      <Details summary="Count the heads in the room" open={heads !== undefined}>
        <form method="post" action={here} noValidate>
          {proof}
          <input type="hidden" name="kind" value="heads" />
          <input type="hidden" name="id" value={ids.heads} />
          <TextInput
            id="heads-people"
            name="people"
            label="People in the room now"
            hint="Everyone, booked or not. It is kept apart and added to nothing."
            inputMode="numeric"
            autoComplete="off"
            width={4}
            defaultValue={heads && one(heads.typed, "people")}
            error={heads?.fields.people?.[0]}
          />
          <Button>Note the count</Button>
        </form>
      </Details>
    </div>
  );
}
