import { FilterRow } from "~/ui/FilterRow";
import { Select } from "~/ui/Select";
import { type ListChoice, listAddress } from "./list-address";
import { EVENT_STATES } from "./staff-words";

type StaffFiltersProps = {
  chosen: ListChoice;
  neighbourhoods: readonly { slug: string; name: string }[];
};

/** Narrows the staff list, in one row; the address keeps the choice, and the order the list is in. */
export function StaffFilters({ chosen, neighbourhoods }: StaffFiltersProps) {
  const narrowed = chosen.q !== "" || chosen.state !== "" || chosen.neighbourhood !== "";
  return (
    <FilterRow
      action="/manage/events"
      words={{ label: "Title", value: chosen.q }}
      all={narrowed && listAddress({ when: chosen.when })}
    >
      <Select
        name="when"
        label="When"
        defaultValue={chosen.when}
        items={[
          { value: "upcoming", text: "To come" },
          { value: "past", text: "Past" },
        ]}
      />
      <Select
        name="state"
        label="State"
        defaultValue={chosen.state}
        items={[
          { value: "", text: "All" },
          ...Object.entries(EVENT_STATES).map(([value, { text }]) => ({ value, text })),
        ]}
      />
      {neighbourhoods.length > 1 && (
        <Select
          name="neighbourhood"
          label="Neighbourhood"
          defaultValue={chosen.neighbourhood}
          items={[
            { value: "", text: "All" },
            ...neighbourhoods.map((one) => ({ value: one.slug, text: one.name })),
          ]}
        />
      )}
      {chosen.sort !== "when" && <input type="hidden" name="sort" value={chosen.sort} />}
      {chosen.sort !== "when" && <input type="hidden" name="direction" value={chosen.direction} />}
    </FilterRow>
  );
}
