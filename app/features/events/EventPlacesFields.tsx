import { Checkboxes } from "~/ui/Checkboxes";
import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { REGISTRATION_MODES, REMINDERS } from "./rules";
import { counted, MODE_OF_SAVING } from "./staff-words";

/** How people get a place at an event, how many there are, until when, and when they are reminded. */
export function EventPlacesFields({ typed, fields }: Refused) {
  const kept = (name: string, otherwise?: string) => one(typed, name, otherwise);
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: kept(name) });
  const day = (name: string) => ({ ...field(name), type: "datetime-local", width: 20 as const });
  const reminders = typed.title === undefined ? ["7", "1"] : [typed.reminders ?? []].flat();
  return (
    <Fieldset legend="Places" legendSize="l" id="places">
      <Radios
        name="registration"
        error={fields.registration?.[0]}
        value={kept("registration", "open")}
        legend="How do people save a place?"
        small
        items={REGISTRATION_MODES.map((value) => ({ value, ...MODE_OF_SAVING[value] }))}
      />
      <div className="rh-pair">
        <TextInput
          {...field("capacity")}
          label="Number of places"
          hint="In the room, or online."
          inputMode="numeric"
          width={4}
          defaultValue={kept("capacity", "40")}
        />
        <TextInput
          {...field("onlineCapacity")}
          label="Places online, when there is a room too"
          hint="Empty: both share the same places."
          inputMode="numeric"
          width={4}
        />
      </div>
      <Radios
        name="carersTakePlaces"
        error={fields.carersTakePlaces?.[0]}
        value={kept("carersTakePlaces", "no")}
        legend="Does someone who comes to support another person take a place?"
        small
        items={[
          { value: "no", label: "No", hint: "Best where the room has space: nobody is kept away by it." },
          { value: "yes", label: "Yes" },
        ]}
      />
      <div className="rh-pair">
        <TextInput
          {...day("opensLocal")}
          label="Booking opens (optional)"
          hint="Empty: when it is published."
        />
        <TextInput
          {...day("closesLocal")}
          label="Booking closes (optional)"
          hint="Empty: when the event starts."
        />
      </div>
      <TextInput
        {...day("adjustLocal")}
        label="Last day to ask for what helps (optional)"
        hint="Long enough before to book an interpreter: what is asked by then is due the day after. Afterwards people can still ask, and are told that you will try."
      />
      <TextInput
        {...field("offerHours")}
        label="Hours that an offered place is held"
        hint="Only hours between 8am and 8pm count."
        inputMode="numeric"
        width={3}
        suffix="hours"
        defaultValue={kept("offerHours", "24")}
      />
      <Checkboxes
        name="reminders"
        legend="Remind people who have a place"
        hint="At 10am, by the way each chose: every one of these by email, the last as a call for you to make, the first as a letter."
        error={fields.reminders?.[0]}
        values={reminders}
        small
        className="rh-tight-choices"
        items={REMINDERS.map((days) => ({
          value: String(days),
          label: `${counted(days, "day", "days")} before`,
        }))}
      />
    </Fieldset>
  );
}
