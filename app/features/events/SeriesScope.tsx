import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";

/** Which events of a series a change is for. Only those to come are changed, each on its own day. */
export function SeriesScope({ chosen }: { chosen: string }) {
  return (
    <Fieldset legend="Which dates" legendSize="l">
      <Radios
        name="scope"
        legend="This event is one of a series. What should the changes be for?"
        value={chosen}
        items={[
          { value: "this", label: "This one alone" },
          { value: "following", label: "This one and those after it" },
          {
            value: "all",
            label: "All that are still to come",
            hint: "Each keeps its own day. If you move this one by a day, each moves by a day.",
          },
        ]}
      />
    </Fieldset>
  );
}
