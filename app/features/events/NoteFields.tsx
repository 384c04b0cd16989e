import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { LONGEST } from "./after";

/** The three questions, as somebody who was there answers them. */
export function NoteFields({ typed, fields, place }: Refused & { place: string }) {
  const { t } = useTranslation();
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
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
    </>
  );
}
