import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import type { Refused } from "~/ui/typed";
import { askWith } from "./PlaceForm";
import { VENUE_FEATURES } from "./rules";

/** Neighbourhoods that somebody may choose; with `wholeBorough` also none of them. */
export type PlaceChoices = {
  neighbourhoods: readonly { slug: string; name: string }[];
  wholeBorough: boolean;
};

/** What is said about a venue: for a new one and for changing one. */
export function VenueFields({ neighbourhoods, wholeBorough, ...refused }: Refused & PlaceChoices) {
  const { t } = useTranslation();
  const { field, choice, ticks } = askWith(refused);
  const outside = { value: "", text: "Outside the borough" };
  return (
    <>
      <Fieldset legend="Where it is" legendSize="l">
        <TextInput {...field("name")} label="Name" hint="With the room, where it has several." />
        <Textarea {...field("address")} label="Address" rows={2} />
        <TextInput {...field("postcode")} label="Postcode" width={10} autoComplete="off" />
        <Select
          {...field("neighbourhood")}
          label="Neighbourhood"
          items={[
            ...(wholeBorough ? [outside] : []),
            ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
          ]}
        />
        <TextInput
          {...field("capacity")}
          label="People that the largest room holds"
          inputMode="numeric"
          width={4}
        />
      </Fieldset>
      <Fieldset legend="Getting there and in" legendSize="l">
        <Textarea
          {...field("travel")}
          label="How to get there"
          hint="For someone without a car first."
          rows={4}
        />
        <Textarea
          {...field("arrival")}
          label="At the door"
          hint="What happens there, and the way in without steps."
          rows={4}
        />
        <Checkboxes
          {...ticks("features")}
          legend="What is there"
          small
          className="rh-tight-choices"
          items={VENUE_FEATURES.map((value) => ({ value, label: t(`features.${value}`) }))}
        />
      </Fieldset>
      <Fieldset legend="Is it a hub?" legendSize="l">
        <Radios
          {...choice("isHub", "no")}
          legend="May people walk in without an event?"
          small
          inline
          items={[
            { value: "yes", label: "Yes, it is a hub" },
            { value: "no", label: "No" },
          ]}
        />
        <TextInput
          {...field("opening")}
          label="When the hub is open"
          hint="For example: weekdays, 9am to 5pm."
        />
      </Fieldset>
    </>
  );
}
