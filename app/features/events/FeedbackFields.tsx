import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { one, type Refused } from "~/ui/typed";
import { LONGEST } from "./after";

const SCALE = ["1", "2", "3", "4", "5"] as const;
const CHOICES = {
  feltHeard: ["yes", "partly", "no"],
  accessOk: ["yes", "partly", "no"],
  wouldReturn: ["yes", "not_sure", "no"],
} as const;

/** How an event was: five choices and two texts; for those who did not come, one text alone. */
export function FeedbackFields({ typed, fields, came }: Refused & { came: boolean }) {
  const { t } = useTranslation();
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
  const kept = (name: string) => one(typed, name);
  const text = (name: "good" | "better", label: string) => (
    <Textarea
      name={name}
      label={label}
      labelSize="m"
      error={error(name)}
      defaultValue={kept(name)}
      rows={4}
      maxLength={LONGEST.feedback}
    />
  );
  if (!came) {
    return (
      <>
        <input type="hidden" name="came" value="no" />
        {text("better", t("how.absent"))}
        {print()}
      </>
    );
  }
  return (
    <>
      <Radios
        name="rating"
        legend={t("how.rating")}
        legendSize="m"
        error={error("rating")}
        value={kept("rating")}
        items={[...SCALE].reverse().map((value) => ({ value, label: t(`how.ratings.${value}`) }))}
      />
      <Radios
        name="hadSay"
        legend={t("how.hadSay")}
        legendSize="m"
        value={kept("hadSay")}
        items={[...SCALE].reverse().map((value) => ({ value, label: t(`how.says.${value}`) }))}
      />
      {(["feltHeard", "accessOk", "wouldReturn"] as const).map((name) => (
        <Radios
          key={name}
          name={name}
          legend={t(`how.${name}`)}
          legendSize="m"
          inline
          value={kept(name)}
          items={CHOICES[name].map((value) => ({ value, label: t(`how.${value}`) }))}
        />
      ))}
      {text("good", t("how.good"))}
      {text("better", t("how.better"))}
      {print()}
    </>
  );

  function print() {
    return (
      <Checkboxes
        name="mayPrint"
        values={[kept("mayPrint")]}
        items={[{ value: "yes", label: t("say.mayPrint") }]}
      />
    );
  }
}
