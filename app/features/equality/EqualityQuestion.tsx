import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, type Typed } from "~/ui/typed";
import type { Step } from "./answering";
import { PREFER_NOT } from "./code-lists";

type EqualityQuestionProps = {
  step: Step;
  /** The codes that can be chosen here; for where somebody lives, neighbourhoods with their names. */
  offered: readonly { code: string; name?: string }[];
  typed: Typed;
  error?: string;
};

const HINTED: readonly Step[] = ["age", "ethnicity", "carer"];

/** One question about oneself. None has to be answered. */
export function EqualityQuestion({ step, offered, typed, error }: EqualityQuestionProps) {
  const { t } = useTranslation();
  const title = t(`equality.questions.${step}`);
  const hint = HINTED.includes(step) ? t(`equality.hints.${step}`) : undefined;
  if (step === "age") {
    return (
      <>
        <TextInput
          name="age"
          label={title}
          labelSize="l"
          pageHeading
          hint={hint}
          error={error}
          defaultValue={one(typed, "age")}
          width={10}
          autoComplete="bday-year"
        />
        <Checkboxes
          name="prefer"
          small
          values={[one(typed, "prefer")]}
          items={[{ value: PREFER_NOT, label: t("surveys.preferNot") }]}
        />
      </>
    );
  }
  const last =
    step === "place"
      ? { value: "", label: t("equality.elsewhere") }
      : { value: PREFER_NOT, label: t("surveys.preferNot") };
  return (
    <Radios
      name={step}
      legend={title}
      legendSize="l"
      pageHeading
      hint={hint}
      error={error}
      value={step in typed && (step !== "place" || one(typed, step)) ? one(typed, step) : undefined}
      items={[
        ...offered.map(({ code, name }) => ({
          value: code,
          label: name ?? t(`equality.codes.${step}.${code}`),
        })),
        { divider: t("surveys.or") },
        last,
      ]}
    />
  );
}
