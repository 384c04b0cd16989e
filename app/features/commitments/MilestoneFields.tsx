import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused, type Typed } from "~/ui/typed";

/** What can be chosen from. */
export type MilestoneChoices = {
  neighbourhoods: readonly { slug: string; name: string }[];
  milestones: readonly { slug: string; title: string }[];
};

/** The order in which the forms ask, so that what is wrong is listed from the top down. */
export const MILESTONE_ORDER: readonly string[] = [
  ...["title", "plan", "phase", "baselineFrom", "baselineTo", "condition", "learningNeeded"],
  ...["effectOnPartners", "neighbourhood", "needs", "status", "forecastFrom", "forecastTo", "actualDay"],
  ...["source", "link", "statedDay", "fromDay", "toDay", "reason"],
];

const valuesOf = (typed: Typed, name: string): string[] => {
  const value = typed[name] ?? [];
  return Array.isArray(value) ? value : [value];
};

type Fields = Refused & MilestoneChoices;

/** What a milestone says about itself; a new one has its baseline too, which nobody can change later. */
export function MilestoneFields({
  typed,
  fields,
  neighbourhoods,
  milestones,
  isNew,
}: Fields & { isNew: boolean }) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <TextInput {...field("title")} label="What is to be reached" />
      <TextInput {...field("plan")} label="The plan that names it" />
      <TextInput {...field("phase")} label="Phase of the plan" />
      {isNew && (
        <div className="rh-pair">
          <TextInput {...field("baselineFrom")} type="date" label="Planned from" width={10} />
          <TextInput
            {...field("baselineTo")}
            type="date"
            label="Planned to"
            hint="The plan’s first dates stay. What moves is the forecast."
            width={10}
          />
        </div>
      )}
      <Textarea {...field("condition")} label="Subject to (optional)" rows={2} />
      <Textarea {...field("learningNeeded")} label="What has to be learned first (optional)" rows={2} />
      <Textarea {...field("effectOnPartners")} label="What it means for partners (optional)" rows={2} />
      <Select
        {...field("neighbourhood")}
        label="Neighbourhood"
        items={[
          { value: "", text: "The whole borough" },
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      {milestones.length > 0 && (
        <Checkboxes
          name="needs"
          legend="Needs these first (optional)"
          small
          error={fields.needs?.[0]}
          values={valuesOf(typed, "needs")}
          items={milestones.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
      )}
    </>
  );
}

/** How a milestone stands from today on. */
export function MilestoneMoveFields({ typed, fields }: Refused) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Radios
        name="status"
        legend="How does it stand?"
        error={fields.status?.[0]}
        value={one(typed, "status")}
        items={[
          { value: "planned", label: "Planned" },
          { value: "under_way", label: "Under way" },
          { value: "reached", label: "Reached" },
          { value: "dropped", label: "Dropped" },
        ]}
      />
      <div className="rh-pair">
        <TextInput {...field("forecastFrom")} type="date" label="Now expected from" width={10} />
        <TextInput {...field("forecastTo")} type="date" label="Now expected to" width={10} />
      </div>
      <TextInput {...field("actualDay")} type="date" label="Reached on (only when it is)" width={10} />
      <Textarea {...field("reason")} label="What changes, and why" hint="Everyone can read it." rows={3} />
    </>
  );
}

/** A date that a paper gives. */
export function MilestonePaperFields({ typed, fields }: Refused) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <TextInput
        {...field("source")}
        label="The paper that says so"
        hint="Write the same words again when the same paper is brought up to date: its newest date then counts."
      />
      <TextInput {...field("link")} type="url" label="Where it can be read (optional)" />
      <TextInput {...field("statedDay")} type="date" label="Day of the paper" width={10} />
      <div className="rh-pair">
        <TextInput {...field("fromDay")} type="date" label="First day it gives" width={10} />
        <TextInput {...field("toDay")} type="date" label="Last day it gives" width={10} />
      </div>
    </>
  );
}
