import { Fieldset } from "~/ui/Fieldset";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import type { Refused } from "~/ui/typed";
import { askWith } from "./PlaceForm";

/** The borough's name, its programme, whom to ring, and the band. */
export function BoroughFields(refused: Refused) {
  const { field } = askWith(refused);
  return (
    <>
      <Fieldset legend="Names" legendSize="l">
        <TextInput {...field("name")} label="Borough" width={30} />
        <TextInput {...field("council")} label="Council" />
        <TextInput
          {...field("programme")}
          label="Programme"
          hint="Stands under the site’s name on every page."
        />
        <TextInput {...field("tagline")} label="What it is about, in a few words" />
        <TextInput {...field("gssCode")} label="The borough’s national code" width={20} />
      </Fieldset>
      <Fieldset legend="Whom people can reach" legendSize="l">
        <TextInput {...field("phone")} type="tel" autoComplete="off" label="Phone number" width={20} />
        <TextInput {...field("textNumber")} type="tel" label="Number for text messages" width={20} />
        <TextInput {...field("hours")} label="When somebody answers" />
        <TextInput
          {...field("email")}
          type="email"
          autoComplete="off"
          label="Email address"
          spellCheck={false}
        />
        <Textarea {...field("address")} label="Address for letters" rows={2} />
        <TextInput
          {...field("safeguardingAdults")}
          type="tel"
          label="Number to ring about an adult at risk"
          width={20}
        />
        <TextInput
          {...field("safeguardingChildren")}
          type="tel"
          label="Number to ring about a child at risk"
          width={20}
        />
      </Fieldset>
      <Fieldset legend="Who lives here" legendSize="l">
        <TextInput {...field("population")} label="People in the borough" inputMode="numeric" width={10} />
        <TextInput {...field("populationSource")} label="Where this number comes from" />
        <TextInput {...field("populationDay")} type="date" label="On which day it was true" width={20} />
        <div className="rh-pair">
          <TextInput
            {...field("bandLow")}
            label="Fewest people in a neighbourhood"
            hint="Below, staff are warned."
            inputMode="numeric"
            width={10}
          />
          <TextInput
            {...field("bandHigh")}
            label="Most people in a neighbourhood"
            hint="Above, staff are warned."
            inputMode="numeric"
            width={10}
          />
        </div>
      </Fieldset>
    </>
  );
}
