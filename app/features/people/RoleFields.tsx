import { DateInput } from "~/ui/DateInput";
import { Select } from "~/ui/Select";
import { one, type Refused } from "~/ui/typed";
import { ROLE_CODES, ROLE_FACTS } from "./roles";

type Place = { id: string; name: string };

type RoleFieldsProps = {
  scopes: { neighbourhoods: readonly Place[]; organisations: readonly Place[] };
  refused?: Refused;
};

/** Which role, where it holds, and from which day until which. */
export function RoleFields({ scopes, refused }: RoleFieldsProps) {
  const kept = (name: string) => (refused ? one(refused.typed, name) : undefined);
  const error = (name: string) => refused?.fields[name]?.[0];
  const day = (which: string) => ({
    day: kept(`${which}-day`),
    month: kept(`${which}-month`),
    year: kept(`${which}-year`),
  });
  return (
    <>
      <Select
        name="role"
        label="Role"
        error={error("role")}
        defaultValue={kept("role") ?? ""}
        items={[
          { value: "", text: "Choose a role" },
          ...ROLE_CODES.map((role) => ({
            value: role,
            text: `${ROLE_FACTS[role].label}: ${ROLE_FACTS[role].does}`,
          })),
        ]}
      />
      <Select
        name="scope"
        label="Where it holds"
        hint="A neighbourhood’s role reaches no other neighbourhood."
        error={error("scope")}
        defaultValue={kept("scope") ?? ""}
        items={[
          { value: "", text: "Choose a place" },
          { value: "borough", text: "The whole borough" },
          ...scopes.neighbourhoods.map(({ id, name }) => ({ value: `neighbourhood:${id}`, text: name })),
          ...scopes.organisations.map(({ id, name }) => ({ value: `organisation:${id}`, text: name })),
        ]}
      />
      <DateInput
        id="from"
        namePrefix="from"
        legend="First day"
        hint="Leave it empty to begin today."
        error={error("from")}
        values={day("from")}
      />
      <DateInput
        id="to"
        namePrefix="to"
        legend="Last day"
        hint="Leave it empty when no end is set."
        error={error("to")}
        values={day("to")}
      />
    </>
  );
}
