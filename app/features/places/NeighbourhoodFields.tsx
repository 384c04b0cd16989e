import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import type { Refused } from "~/ui/typed";
import { askWith, choicesOf } from "./PlaceForm";
import { BASES, PALETTES, STATUSES } from "./rules";
import { BASIS_WORDS, PALETTE_WORDS, STATUS_WORDS } from "./staff-words";

type NeighbourhoodFieldsProps = Refused & { band: { bandLow: number; bandHigh: number }; retired?: boolean };

const number = new Intl.NumberFormat("en-GB");

/** What is said about a neighbourhood: for a new one and for changing one. */
export function NeighbourhoodFields({ band, retired, ...refused }: NeighbourhoodFieldsProps) {
  const { field, choice } = askWith(refused);
  const statuses = STATUSES.filter((one) => retired || one !== "retired");
  return (
    <>
      <Fieldset legend="What it is" legendSize="l">
        <TextInput {...field("name")} label="Name" />
        <TextInput
          {...field("summary")}
          label="In one sentence"
          hint="Stands on its card. Up to 110 characters."
        />
        <Textarea
          {...field("description")}
          label="In one or two plain sentences"
          hint="Stands on its own page."
          rows={4}
        />
        <Textarea
          {...field("happening")}
          label="What is going on (optional)"
          hint="One thing on each line. Each stands alone and names no date."
          rows={5}
        />
        <Textarea
          {...field("aliases")}
          label="Other names (optional)"
          hint="One on each line: what people call it, and what they may search for."
          rows={4}
        />
      </Fieldset>
      <Fieldset legend="Who lives there" legendSize="l">
        <TextInput
          {...field("population")}
          label="Number of people"
          hint={`One team is meant to know ${number.format(band.bandLow)} to ${number.format(band.bandHigh)} people. Other numbers are saved too, with a warning to staff.`}
          inputMode="numeric"
          width={10}
        />
        <TextInput {...field("populationSource")} label="Where this number comes from" />
        <TextInput {...field("populationDay")} type="date" label="On which day it was true" width={20} />
      </Fieldset>
      <Fieldset legend="How it stands" legendSize="l">
        <Radios
          {...choice("status")}
          legend="Where it stands"
          small
          items={choicesOf(statuses, STATUS_WORDS)}
        />
        <Radios
          {...choice("basis")}
          legend="How its edges were drawn"
          small
          items={choicesOf(BASES, BASIS_WORDS)}
        />
        <TextInput
          {...field("externalCode")}
          label="Its code"
          hint="From the national register, or your own."
          width={20}
        />
        <Radios
          {...choice("palette")}
          legend="Colours of its tiles"
          small
          inline
          items={choicesOf(PALETTES, PALETTE_WORDS)}
        />
      </Fieldset>
    </>
  );
}
