import { useTranslation } from "react-i18next";
import type { Published } from "~/db/tables/figures";
import { HIDDEN_TO, type Rule } from "./rules";

/** A published number of people; a star says what it stands for to those who can't see the note beneath. */
export function PeopleCount({ people, rule = "nhs_1_7_r5" }: { people: Published; rule?: Rule }) {
  const { t } = useTranslation();
  if (people.shown !== "few" && people.shown !== "kept") return <>{people.text}</>;
  return (
    <>
      <span aria-hidden="true">{people.text}</span>
      <span className="govuk-visually-hidden">
        {people.shown === "few" ? t("figures.few", { least: HIDDEN_TO[rule] + 1 }) : t("figures.kept")}
      </span>
    </>
  );
}
