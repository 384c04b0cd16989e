import { useTranslation } from "react-i18next";
import type { GatedTable } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { PeopleCount } from "./PeopleCount";
import type { Rule } from "./rules";
import { sharesIn } from "./shares-in";

/** Of how many the shares of a published table are, and who is beside them. */
export function FigureBase({ table, rule, locale }: { table: GatedTable; rule: Rule; locale: Locale }) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { base, beside } = sharesIn(table);
  return (
    <>
      {[base, ...beside].map(({ heading, people }, at) => (
        <span key={heading?.code ?? ""}>
          {at > 0 && "; "}
          <bdi {...(heading ? foreign : {})}>{heading?.label ?? t("figures.everybody")}</bdi>:{" "}
          <PeopleCount people={people} rule={rule} />
        </span>
      ))}
    </>
  );
}
