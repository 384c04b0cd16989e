import { FilterRow } from "~/ui/FilterRow";
import { Select } from "~/ui/Select";
import { STATES } from "./rules";
import { STATE_WORDS } from "./staff-words";

type ActivityFilterRowProps = {
  chosen: { plan: string; neighbourhood: string; state: string; q: string };
  plans: readonly { slug: string; title: string }[];
  neighbourhoods: readonly { slug: string; name: string }[];
};

/** Narrows the staff list, in one row; the address keeps the choice. */
export function ActivityFilterRow({ chosen, plans, neighbourhoods }: ActivityFilterRowProps) {
  return (
    <FilterRow
      action="/manage/engagement"
      words={{ label: "Title", value: chosen.q }}
      all={Object.values(chosen).some(Boolean) && "/manage/engagement"}
    >
      <Select
        name="plan"
        label="Plan"
        defaultValue={chosen.plan}
        items={[
          { value: "", text: "All" },
          ...plans.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
      />
      <Select
        name="state"
        label="State"
        defaultValue={chosen.state}
        items={[
          { value: "", text: "All" },
          ...STATES.map((value) => ({ value, text: STATE_WORDS[value].text })),
        ]}
      />
      <Select
        name="neighbourhood"
        label="Neighbourhood"
        defaultValue={chosen.neighbourhood}
        items={[
          { value: "", text: "All" },
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
    </FilterRow>
  );
}
