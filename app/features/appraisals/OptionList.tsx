import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { SummaryList } from "~/ui/SummaryList";
import { dayIn, named } from "./appraisal-words";
import { costWords } from "./cost";
import type { OptionShown } from "./shown";

type OptionListProps = { options: readonly OptionShown[]; locale: Locale };

/** Each option with what speaks for it and against it, its risks, and what it costs or when that is expected to be known. */
export function OptionList({ options, locale }: OptionListProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const lines = (all: readonly string[]) => (
    <ul className="rh-list" {...foreign}>
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <>
      <h2>{t("options.theOptions")}</h2>
      {options.map((option) => (
        <section key={option.id}>
          <h3 {...foreign}>{named(option)}</h3>
          <p {...foreign}>{option.summary}</p>
          <SummaryList
            rows={[
              ...(["pros", "cons", "risks"] as const)
                .filter((part) => option[part].length > 0)
                .map((part) => ({ key: t(`options.${part}`), value: lines(option[part]) })),
              { key: t("options.cost"), value: costOf(option) },
            ]}
          />
        </section>
      ))}
    </>
  );

  function costOf({ costLow, costHigh, costNote, costExpectedDay }: OptionShown) {
    const note = costNote && (
      <>
        {" "}
        <span {...foreign}>{costNote}</span>
      </>
    );
    if (costLow === null || costHigh === null) {
      return (
        <>
          {t("options.notYet", { day: costExpectedDay ? dayIn(costExpectedDay, locale) : "" })}.{note}
        </>
      );
    }
    const [low, high] = [costWords(costLow), costWords(costHigh)];
    return (
      <>
        <bdi>{costLow === costHigh ? low : t("options.costBetween", { low, high })}</bdi>
        {note}
      </>
    );
  }
}
