import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { CHANNELS, CLAIMABLE, KINDS, LEAD_ROLES } from "./rules";
import { CHANNEL_WORDS, KIND_HINTS, KIND_WORDS, LEAD_WORDS, LEVEL_WORDS } from "./staff-words";

/** What can be chosen from. */
export type ActivityChoices = {
  wholeBorough: boolean;
  neighbourhoods: readonly { slug: string; name: string }[];
  plans: readonly { slug: string; title: string }[];
  colleagues: readonly { id: string; name: string }[];
};

/** The order in which the form asks, so that what is wrong is listed from the top down. */
export const ACTIVITY_ORDER: readonly string[] = [
  ...["title", "summary", "kind", "plan", "audience", "neighbourhood", "channel", "plannedLevel"],
  ...["lead", "opensDay", "closesDay"],
];

/** The staff form of an activity, the same for a new one and for changing one. */
export function ActivityFields({ typed, fields, ...choices }: ActivityChoices & Refused) {
  const kept = (name: string, otherwise?: string) => one(typed, name, otherwise);
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: kept(name) });
  const radios = (name: string) => ({ name, error: fields[name]?.[0], value: kept(name) });
  return (
    <>
      <Fieldset legend="What it is" legendSize="l">
        <TextInput
          {...field("title")}
          label="Title"
          hint="Say what it is about, in words anyone would use."
        />
        <Textarea
          {...field("summary")}
          label="In one or two sentences"
          hint="Stands below the title and in lists."
          rows={3}
        />
        <Radios
          {...radios("kind")}
          legend="Kind of activity"
          small
          items={KINDS.map((value) => ({ value, label: KIND_WORDS[value], hint: KIND_HINTS[value] }))}
        />
        <Select
          {...field("plan")}
          label="Part of which plan?"
          items={[
            { value: "", text: "Choose one" },
            ...choices.plans.map(({ slug, title }) => ({ value: slug, text: title })),
          ]}
        />
      </Fieldset>
      <Fieldset legend="For whom, and how" legendSize="l">
        <TextInput
          {...field("audience")}
          label="Whom does it mean to involve?"
          hint="Such as: people who look after someone, in Mosswell."
        />
        <Select
          {...field("neighbourhood")}
          label="Neighbourhood"
          items={[
            ...(choices.wholeBorough ? [{ value: "", text: "The whole borough" }] : []),
            ...choices.neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
          ]}
        />
        <Radios
          {...radios("channel")}
          legend="How do people take part?"
          inline
          small
          items={CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
        />
        <Radios
          {...radios("plannedLevel")}
          legend="How much say are people meant to have?"
          hint="The steps of the ladder of co-production by TLAP. Higher is not always better; claiming more than is meant always is worse."
          small
          items={CLAIMABLE.map((level) => ({
            value: String(level),
            label: `${level}. ${LEVEL_WORDS[level]?.name}`,
            hint: LEVEL_WORDS[level]?.means,
          }))}
        />
      </Fieldset>
      <Fieldset legend="Who and when" legendSize="l">
        <Select
          {...field("lead")}
          label="Who leads it?"
          hint="A role stays when people leave. The lead says afterwards how much say people had."
          items={[
            { value: "", text: "Choose a role or a person" },
            ...LEAD_ROLES.map((role) => ({
              value: `role:${role}`,
              text: `${LEAD_WORDS[role]} (whoever it is)`,
            })),
            ...choices.colleagues.map(({ id, name }) => ({ value: `account:${id}`, text: name })),
          ]}
        />
        <div className="rh-pair">
          <TextInput {...field("opensDay")} type="date" label="First day" width={10} />
          <TextInput
            {...field("closesDay")}
            type="date"
            label="Last day"
            hint="Answers close at midnight, whatever else."
            width={10}
          />
        </div>
      </Fieldset>
    </>
  );
}
