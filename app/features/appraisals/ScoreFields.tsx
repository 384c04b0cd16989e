import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { one, type Refused } from "~/ui/typed";
import { named } from "./appraisal-words";
import { fieldOf, KINDS, letterOf, MOST } from "./rules";
import type { CriterionShown, OptionShown } from "./shown";

type ScoreFieldsProps = Pick<Refused, "typed" | "fields"> & {
  options: readonly OptionShown[];
  criteria: readonly CriterionShown[];
  locale: Locale;
};

/** The form on somebody's own phone: who they are here as, every option by every criterion, and what they would choose. */
export function ScoreFields({ options, criteria, typed, fields, locale }: ScoreFieldsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const letters = options.map((option) => ({
    value: letterOf(option.position),
    label: <span {...foreign}>{named(option)}</span>,
  }));
  const said = (name: string) => {
    const key = fields[name]?.[0];
    return key && t(key);
  };
  return (
    <>
      <Radios
        name="kind"
        legend={t("options.score.who")}
        legendSize="m"
        value={one(typed, "kind")}
        error={said("kind")}
        items={KINDS.map((kind) => ({ value: kind, label: t(`options.score.as.${kind}`) }))}
      />
      <p>{t("options.score.scale", { most: MOST })}</p>
      {options.map((option) => (
        <section key={option.id}>
          <h2 {...foreign}>{named(option)}</h2>
          <p {...foreign}>{option.summary}</p>
          {criteria.map((criterion) => {
            const name = fieldOf(option, criterion);
            return (
              <Radios
                key={name}
                name={name}
                legend={<span {...foreign}>{criterion.label}</span>}
                legendSize="s"
                hint={option.position === 1 && <span {...foreign}>{criterion.description}</span>}
                inline
                small
                value={one(typed, name)}
                error={said(name)}
                items={Array.from({ length: MOST + 1 }, (_, score) => ({
                  value: String(score),
                  label: String(score),
                }))}
              />
            );
          })}
        </section>
      ))}
      <Radios
        name="first"
        legend={t("options.score.first")}
        legendSize="m"
        value={one(typed, "first")}
        error={said("first")}
        items={[...letters, { value: "", label: t("options.score.cantSay"), id: "first-none" }]}
      />
      <Checkboxes
        name="could"
        legend={t("options.score.could")}
        legendSize="m"
        hint={t("options.score.couldHint")}
        values={[typed.could ?? []].flat()}
        error={said("could")}
        items={letters}
      />
    </>
  );
}
