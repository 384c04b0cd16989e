import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { EventPlacesFields } from "./EventPlacesFields";
import { KINDS, MODES, PROVIDED } from "./rules";
import { KIND_WORDS, MODE_WORDS } from "./staff-words";

/** What can be chosen from. */
export type EventChoices = {
  neighbourhoods: readonly { slug: string; name: string }[];
  /** Whether this organiser may make events for the whole borough. */
  wholeBorough: boolean;
  venues: readonly { slug: string; name: string; capacity: number }[];
  organisations: readonly { slug: string; name: string }[];
  /** Of the engagement plan. */
  activities: readonly { slug: string; title: string }[];
};

type EventFieldsProps = EventChoices & Refused;

/** The staff form of an event, the same for a new one and for changing one. */
export function EventFields({ typed, fields, ...choices }: EventFieldsProps) {
  const { t } = useTranslation();
  const kept = (name: string, otherwise?: string) => one(typed, name, otherwise);
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: kept(name) });
  const radios = (name: string, otherwise = "") => ({
    name,
    error: fields[name]?.[0],
    value: kept(name, otherwise),
  });
  return (
    <>
      <Fieldset legend="What it is" legendSize="l" id="what">
        <TextInput
          {...field("title")}
          label="Title"
          hint="Say what will happen, in words anyone would use."
        />
        <Textarea
          {...field("summary")}
          label="In one or two sentences"
          hint="Stands below the title and in lists."
          rows={3}
        />
        <Textarea
          {...field("description")}
          label="More about it"
          hint="Leave a line empty between paragraphs. Start a line with a hyphen for a list, and put two stars on each side of **bold words**."
          rows={10}
        />
        <div className="rh-pair">
          <Select
            {...field("kind")}
            label="Kind of event"
            items={[
              { value: "", text: "Choose one" },
              ...KINDS.map((value) => ({ value, text: KIND_WORDS[value] })),
            ]}
          />
          <Select
            {...field("host")}
            label="Who runs it"
            items={[
              { value: "", text: "The neighbourhood programme" },
              ...choices.organisations.map((one) => ({ value: one.slug, text: one.name })),
            ]}
          />
        </div>
      </Fieldset>

      <Fieldset legend="When and where" legendSize="l" id="when">
        <div className="rh-pair">
          <TextInput
            {...field("startsLocal")}
            type="datetime-local"
            label="Starts"
            hint="London time"
            width={20}
          />
          <TextInput
            {...field("endsLocal")}
            type="datetime-local"
            label="Ends"
            hint="London time"
            width={20}
          />
        </div>
        <Radios
          {...radios("mode")}
          legend="How people take part"
          inline
          small
          items={MODES.map((value) => ({ value, label: MODE_WORDS[value] }))}
        />
        <Select
          {...field("venue")}
          label="Venue"
          hint="Needed when people come in person."
          items={[
            { value: "", text: "No venue" },
            ...choices.venues.map((one) => ({
              value: one.slug,
              text: `${one.name} (room for ${one.capacity})`,
            })),
          ]}
        />
        <TextInput
          {...field("onlineLink")}
          type="url"
          label="Link to join online"
          hint="Needed when people can join online. Only people with a place are shown it."
          spellCheck={false}
        />
        <TextInput
          {...field("dialIn")}
          label="Number to join by phone (optional)"
          hint="With the code, if there is one."
        />
      </Fieldset>

      <Fieldset legend="Who it is for" legendSize="l" id="who">
        <Select
          {...field("neighbourhood")}
          label="Neighbourhood"
          items={[
            ...(choices.wholeBorough ? [{ value: "", text: "The whole borough" }] : []),
            ...choices.neighbourhoods.map((one) => ({ value: one.slug, text: one.name })),
          ]}
        />
        <Select
          {...field("activity")}
          label="Part of which activity? (optional)"
          hint="Of the engagement plan. Each page then leads to the other."
          items={[
            { value: "", text: "None" },
            ...choices.activities.map((one) => ({ value: one.slug, text: one.title })),
          ]}
        />
        <Radios
          {...radios("audience", "everyone")}
          legend="Who can see it"
          small
          items={[
            { value: "everyone", label: "Everyone" },
            { value: "staff", label: "Only staff", hint: "It is in no list, search or calendar." },
          ]}
        />
      </Fieldset>

      <EventPlacesFields typed={typed} fields={fields} />

      <Fieldset legend="What is there for people" legendSize="l" id="there">
        <Checkboxes
          name="provided"
          legend="Provided for everyone"
          hint="People are not asked whether they need what is there anyway."
          values={[typed.provided ?? []].flat()}
          small
          className="rh-tight-choices"
          items={PROVIDED.map((value) => ({ value, label: t(`provided.${value}`) }))}
        />
        <TextInput
          {...field("thanks")}
          label="Thanks for people’s time (optional)"
          hint="For example: £20 voucher and your bus fare. Tick “Payment for your time” above, and people read what it can mean for benefits and tax before they say yes."
        />
      </Fieldset>
    </>
  );
}
