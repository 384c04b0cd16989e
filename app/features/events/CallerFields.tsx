import { LOCALES } from "~/platform/locales";
import { Details } from "~/ui/Details";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { CallerNeeds, CallerNumbers, CallerPayment, CallerWords } from "./CallerNeeds";
import { PartyChoices } from "./PartyChoices";
import type { SessionSeen } from "./read-sessions.server";
import { HERE_AS } from "./rules";
import { HERE_AS_WORDS } from "./staff-words";

type CallerFieldsProps = Refused & {
  full: boolean;
  event: Parameters<typeof PartyChoices>[0]["event"] & { provided: string[] };
  sessions: readonly SessionSeen[];
  neighbourhoods: readonly { slug: string; name: string }[];
};

/** One short form for somebody who rings or stands at the desk: a name and Enter is enough. */
export function CallerFields({ typed, fields, full, event, sessions, neighbourhoods }: CallerFieldsProps) {
  const kept = (name: string, otherwise?: string) => one(typed, name, otherwise);
  const field = (name: string, otherwise?: string) => ({
    name,
    error: fields[name]?.[0],
    defaultValue: kept(name, otherwise),
    autoComplete: "off",
  });
  const isOpen = (...names: string[]) =>
    names.some((name) => fields[name] !== undefined || (kept(name) !== "" && kept(name) !== "resident"));
  const refused = Object.keys(fields).length > 0;
  return (
    <>
      <div className="rh-quick__main">
        <div>
          <TextInput {...field("name")} label="Name" autoFocus={!refused} spellCheck={false} />
          <TextInput
            {...field("reach")}
            label="Phone number or email"
            hint="Leave it empty if they have neither."
            spellCheck={false}
          />
          <CallerNumbers typed={typed} fields={fields} />
        </div>
        <div>
          <PartyChoices typed={typed} fields={fields} event={event} sessions={sessions} small />
          <CallerNeeds typed={typed} />
          <Radios
            name="channel"
            legend="How did they get in touch?"
            value={kept("channel", "phone")}
            inline
            small
            items={[
              { value: "phone", label: "By phone" },
              { value: "in_person", label: "In person" },
              { value: "paper", label: "Paper form" },
              { value: "letter", label: "Letter" },
            ]}
          />
          {full && (
            <Radios
              name="promote"
              legend="If a place comes up"
              value={kept("promote", "yes")}
              inline
              small
              items={[
                { value: "yes", label: "Book them in" },
                { value: "ask", label: "Ask them first" },
              ]}
            />
          )}
        </div>
      </div>
      <div className="rh-quick__more">
        <Details summary="Language and other needs" open={isOpen("language", "needsDetail")}>
          <CallerWords typed={typed} fields={fields} />
        </Details>
        {event.provided.includes("payment_for_time") && <CallerPayment typed={typed} fields={fields} />}
        <Details summary="A letter, or messages in another language" open={isOpen("address")}>
          <Textarea
            {...field("address")}
            label="Name and address for letters"
            hint="Used when there is no phone number or email above."
            rows={4}
          />
          <Select
            name="locale"
            label="Language of our messages"
            defaultValue={kept("locale", "en")}
            items={LOCALES.map(({ code, name }) => ({ value: code, text: name, lang: code }))}
          />
        </Details>
        <Details summary="About them" open={isOpen("hereAs", "organisation", "neighbourhood", "ownPlace")}>
          <Select
            name="hereAs"
            label="They are here as"
            defaultValue={kept("hereAs", "resident")}
            items={HERE_AS.map((value) => ({ value, text: HERE_AS_WORDS[value] }))}
          />
          <TextInput {...field("organisation")} label="For which organisation" width={20} />
          <Select
            name="neighbourhood"
            label="Neighbourhood"
            defaultValue={kept("neighbourhood")}
            items={[
              { value: "", text: "Not said" },
              ...neighbourhoods.map((one) => ({ value: one.slug, text: one.name })),
            ]}
          />
          <TextInput {...field("ownPlace")} label="Where they say they live, in their words" width={20} />
        </Details>
        <Details summary="Someone who helps them" open={isOpen("helperName", "helperContact")}>
          <TextInput {...field("helperName")} label="The helper’s name" />
          <TextInput
            {...field("helperContact")}
            label="The helper’s email or phone"
            hint="We tell them too when something changes."
          />
        </Details>
      </div>
    </>
  );
}
