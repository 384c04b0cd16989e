import { FilterPanel } from "~/ui/FilterPanel";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { ROLE_CODES, roleLabel } from "./roles";
import type { AccountFilter } from "./schema";

const HERE = "/manage/people";

/** Narrows the list of people; the address keeps the choice. */
export function AccountFilters({ filter }: { filter: Omit<AccountFilter, "after"> }) {
  const without = (part: "q" | "role" | "state") => {
    const query = new URLSearchParams();
    if (filter.q && part !== "q") query.set("q", filter.q);
    if (filter.role && part !== "role") query.set("role", filter.role);
    if (filter.state === "left" && part !== "state") query.set("state", "left");
    return query.size > 0 ? `${HERE}?${query}` : HERE;
  };
  const chosen = [
    ...(filter.q ? [{ text: `“${filter.q}”`, removeHref: without("q") }] : []),
    ...(filter.role ? [{ text: roleLabel(filter.role), removeHref: without("role") }] : []),
    ...(filter.state === "left" ? [{ text: "Have left", removeHref: without("state") }] : []),
  ];
  return (
    <FilterPanel
      title="Find someone"
      action={HERE}
      apply="Show people"
      chosenTitle="Showing only"
      chosen={chosen}
      clear={{ href: HERE, text: "Show everyone" }}
    >
      <TextInput name="q" type="search" label="Name or email" defaultValue={filter.q} maxLength={100} />
      <Select
        name="role"
        label="Role"
        defaultValue={filter.role ?? ""}
        items={[
          { value: "", text: "Any role or none" },
          ...ROLE_CODES.map((role) => ({ value: role, text: roleLabel(role) })),
        ]}
      />
      <Radios
        name="state"
        legend="Who"
        value={filter.state}
        items={[
          { value: "active", label: "Can sign in" },
          { value: "left", label: "Have left" },
        ]}
      />
    </FilterPanel>
  );
}
