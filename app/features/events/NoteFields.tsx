import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { LONGEST } from "./after";

/** The three questions, as somebody who was there answers them. */
export function NoteFields({ typed, fields, place }: Refused & { place: string }) {
  const { t } = useTranslation();
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
  const reachField = (name: "email" | "phone", type: "email" | "tel") => (
    <TextInput
      name={name}
      type={type}
      label={t(`register.${name}`)}
      error={error(name)}
      defaultValue={one(typed, name)}
      autoComplete={type}
      width={20}
    />
  );
  return (
    <>
      {(["worked", "hard", "next"] as const).map((name) => (
        <Textarea
          key={name}
          name={name}
          label={t(`say.${name}`)}
          labelSize="m"
          error={error(name)}
          defaultValue={one(typed, name)}
          rows={3}
          maxLength={LONGEST.note}
        />
      ))}
      <TextInput
        name="place"
        label={t("say.place")}
        hint={t("say.placeHint")}
        error={error("place")}
        defaultValue={one(typed, "place", place)}
        width={20}
        autoComplete="off"
      />
      <TextInput
        name="agreeing"
        label={t("say.agreeing")}
        hint={t("say.agreeingHint")}
        error={error("agreeing")}
        defaultValue={one(typed, "agreeing", "1")}
        width={3}
        inputMode="numeric"
        autoComplete="off"
      />
      <Checkboxes
        name="mayPrint"
        values={[one(typed, "mayPrint")]}
        items={[{ value: "yes", label: t("say.mayPrint") }]}
      />
      <Radios
        name="contact"
        legend={t("say.tell")}
        hint={t("say.tellHint")}
        error={error("contact")}
        value={one(typed, "contact", "none")}
        small
        items={[
          { value: "none", label: t("say.tellNot") },
          { value: "email", label: t("register.byEmail"), conditional: reachField("email", "email") },
          { value: "phone", label: t("register.byPhone"), conditional: reachField("phone", "tel") },
          {
            value: "letter",
            label: t("register.byLetter"),
            conditional: (
              <Textarea
                name="address"
                label={t("register.address")}
                error={error("address")}
                defaultValue={one(typed, "address")}
                autoComplete="street-address"
                rows={4}
              />
            ),
          },
        ]}
      />
      <TextInput
        name="name"
        label={t("say.tellName")}
        error={error("name")}
        defaultValue={one(typed, "name")}
        autoComplete="name"
        width={20}
      />
    </>
  );
}
