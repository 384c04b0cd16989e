import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

/** What can be chosen from. */
export type OutreachChoices = {
  wholeBorough: boolean;
  neighbourhoods: readonly { slug: string; name: string }[];
  activities: readonly { slug: string; title: string }[];
};

/** The order in which the form asks. */
export const OUTREACH_ORDER: readonly string[] = [
  ...["day", "place", "community", "neighbourhood", "activity", "headCount", "heard"],
  ...["followUp", "followUpDay", "followedUpDay"],
];

type OutreachFieldsProps = OutreachChoices & Refused & { follow?: boolean };

/** The form of a visit; `follow` asks also whether its follow-up is done. */
export function OutreachFields({ typed, fields, follow, ...choices }: OutreachFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <TextInput {...field("day")} type="date" label="Day" width={10} />
      <TextInput
        {...field("place")}
        label="Where did you go?"
        hint="Such as: Friday prayers, Highdown Mosque."
      />
      <TextInput
        {...field("community")}
        label="Which community?"
        hint="In the words that they use themselves."
      />
      <Select
        {...field("neighbourhood")}
        label="Neighbourhood"
        items={[
          ...(choices.wholeBorough ? [{ value: "", text: "The whole borough" }] : []),
          ...choices.neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Select
        {...field("activity")}
        label="Part of which activity? (optional)"
        items={[
          { value: "", text: "None" },
          ...choices.activities.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
      />
      <TextInput
        {...field("headCount")}
        label="How many people did you speak to?"
        hint="Heads, without names. Leave out those whose name you note afterwards."
        inputMode="numeric"
        width={4}
      />
      <Textarea
        {...field("heard")}
        label="What did you hear?"
        hint="No names here, and nothing by which someone could be recognised."
        rows={6}
      />
      <Textarea {...field("followUp")} label="What will you do about it? (optional)" rows={3} />
      <div className="rh-pair">
        <TextInput {...field("followUpDay")} type="date" label="By when?" width={10} />
        {follow && (
          <TextInput {...field("followedUpDay")} type="date" label="Done on (optional)" width={10} />
        )}
      </div>
    </>
  );
}
