import { Button } from "~/ui/Button";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
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
    <form
      className="rh-filter-row rh-no-print"
      action="/manage/engagement"
      method="get"
      aria-label="Narrow the list"
    >
      <TextInput name="q" type="search" label="Title" defaultValue={chosen.q} maxLength={100} />
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
      <Button variant="secondary">Show</Button>
      {Object.values(chosen).some(Boolean) && <a href="/manage/engagement">Show all</a>}
    </form>
  );
}
