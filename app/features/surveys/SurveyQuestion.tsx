import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import type { Choice } from "~/ui/Choices";
import { DateInput } from "~/ui/DateInput";
import { GroupField } from "~/ui/GroupField";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { partName } from "./answers";
import { OTHER, PREFER_NOT } from "./questionnaire";
import { SurveyParagraphs, SurveyWords } from "./SurveyWords";
import type { ShownQuestion } from "./shown";

type SurveyQuestionProps = Refused & {
  question: ShownQuestion;
  /** The page asks nothing else: the question is its heading. */
  alone: boolean;
};

/** One question of any kind, with what was typed before and what is wrong with it. */
export function SurveyQuestion({ question, alone, typed, fields }: SurveyQuestionProps) {
  const { t } = useTranslation();
  const { key, kind } = question;
  const title = (
    <>
      <SurveyWords of={question.title} />
      {!question.required && kind !== "information" && <> {t("surveys.optional")}</>}
    </>
  );
  const hints = hintOf(question, t);
  const error = fields[key]?.[0];
  const group = { legend: title, legendSize: alone ? ("l" as const) : ("m" as const), pageHeading: alone };
  const field = { label: title, labelSize: group.legendSize, pageHeading: alone, hint: hints, error };
  const kept = (name: string) => one(typed, name);
  switch (kind) {
    case "information":
      return <Information question={question} alone={alone} />;
    case "single":
    case "scale":
      return (
        <Radios
          {...group}
          name={key}
          hint={hints}
          error={error}
          value={kept(key)}
          items={itemsOf(question, kept(partName(question, OTHER)), fields, t)}
        />
      );
    case "multiple":
      return (
        <Checkboxes
          {...group}
          name={key}
          hint={hints}
          error={error}
          values={[typed[key] ?? []].flat()}
          items={itemsOf(question, kept(partName(question, OTHER)), fields, t)}
        />
      );
    case "rank":
      return (
        <GroupField {...group} id={key} hint={hints} error={error}>
          {() => (
            <>
              {question.options.map(({ key: option, label }, n) => (
                <Select
                  key={option}
                  id={n === 0 ? key : partName(question, option)}
                  name={partName(question, option)}
                  label={<SurveyWords of={label} />}
                  defaultValue={kept(partName(question, option))}
                  items={[
                    { value: "", text: t("surveys.noPlace") },
                    ...Array.from({ length: question.most ?? question.options.length }, (_, place) => ({
                      value: String(place + 1),
                      text: String(place + 1),
                    })),
                  ]}
                />
              ))}
              <PreferNot question={question} typed={kept(partName(question, "prefer"))} />
            </>
          )}
        </GroupField>
      );
    case "grid":
      return (
        <GroupField {...group} id={key} hint={hints} error={error}>
          {() => (
            <>
              {question.rows.map(({ key: row, label }) => (
                <Radios
                  key={row}
                  name={partName(question, row)}
                  legend={<SurveyWords of={label} />}
                  legendSize="s"
                  inline
                  small
                  error={fields[partName(question, row)]?.[0]}
                  value={kept(partName(question, row))}
                  items={question.options.map((option) => ({
                    value: option.key,
                    label: <SurveyWords of={option.label} />,
                  }))}
                />
              ))}
              <PreferNot question={question} typed={kept(partName(question, "prefer"))} />
            </>
          )}
        </GroupField>
      );
    default:
      return (
        <>
          <TypedField question={question} field={field} group={group} kept={kept} />
          <PreferNot question={question} typed={kept(partName(question, "prefer"))} />
        </>
      );
  }
}

type T = ReturnType<typeof useTranslation>["t"];

/** The question's own hint, and how many may be chosen where that is limited. */
function hintOf(question: ShownQuestion, t: T): ReactNode {
  const { kind, most, hint } = question;
  const limit =
    kind === "rank"
      ? t("surveys.rankHint", { most: most ?? question.options.length })
      : kind === "multiple" && most !== null
        ? t("surveys.mostHint", { most })
        : kind === "multiple"
          ? t("surveys.anyHint")
          : kind === "date"
            ? t("surveys.dateHint")
            : null;
  if (!hint && !limit) return undefined;
  return (
    <>
      {hint && <SurveyWords of={hint} />}
      {hint && limit && " "}
      {limit}
    </>
  );
}

function itemsOf(question: ShownQuestion, other: string, fields: Refused["fields"], t: T): Choice[] {
  const { key } = question;
  const own = [
    ...question.options.map((option) => ({ value: option.key, label: <SurveyWords of={option.label} /> })),
    ...question.steps.map(({ value, label }) => ({
      value: String(value),
      label: label ? (
        <>
          {value} – <SurveyWords of={label} />
        </>
      ) : (
        String(value)
      ),
    })),
  ];
  const name = partName(question, OTHER);
  const open = question.other && [
    {
      value: OTHER,
      label: t("surveys.other"),
      conditional: (
        <TextInput
          name={name}
          label={t("surveys.otherWords")}
          error={fields[name]?.[0]}
          defaultValue={other}
          width={30}
        />
      ),
    },
  ];
  const away = question.preferNot && [
    { divider: t("surveys.or") },
    { value: PREFER_NOT, label: t("surveys.preferNot"), exclusive: true, id: `${key}-prefer` },
  ];
  return [...own, ...(open || []), ...(away || [])];
}

function PreferNot({ question, typed }: { question: ShownQuestion; typed: string }) {
  const { t } = useTranslation();
  if (!question.preferNot) return null;
  const name = partName(question, "prefer");
  return (
    <Checkboxes
      name={name}
      small
      values={typed ? ["yes"] : []}
      items={[{ value: "yes", label: t("surveys.preferNot") }]}
    />
  );
}

type TypedFieldProps = {
  question: ShownQuestion;
  field: Omit<Parameters<typeof TextInput>[0], "name">;
  group: { legend: ReactNode; legendSize: "l" | "m"; pageHeading: boolean };
  kept: (name: string) => string;
};

function TypedField({ question, field, group, kept }: TypedFieldProps) {
  const { key, kind, unit } = question;
  const { error, hint } = field;
  if (kind === "date") {
    const part = (name: string) => kept(partName(question, name));
    const values = { day: part("day"), month: part("month"), year: part("year") };
    return <DateInput {...group} id={key} namePrefix={key} hint={hint} error={error} values={values} />;
  }
  if (kind === "number") {
    return (
      <TextInput
        {...field}
        name={key}
        width={5}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={kept(key)}
        suffix={unit ? <SurveyWords of={unit} /> : undefined}
      />
    );
  }
  if (kind === "long_text") {
    const { label, labelSize, pageHeading } = field;
    return (
      <Textarea
        {...{ label, labelSize, pageHeading, hint, error }}
        name={key}
        rows={6}
        defaultValue={kept(key)}
      />
    );
  }
  return <TextInput {...field} name={key} autoComplete="off" defaultValue={kept(key)} />;
}

function Information({ question, alone }: { question: ShownQuestion; alone: boolean }) {
  const Heading = alone ? "h1" : "h2";
  return (
    <>
      <Heading className={alone ? "govuk-heading-l" : "govuk-heading-m"}>
        <SurveyWords of={question.title} />
      </Heading>
      {question.hint && <SurveyParagraphs of={question.hint} />}
    </>
  );
}
