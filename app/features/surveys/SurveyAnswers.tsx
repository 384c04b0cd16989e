import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { SummaryList } from "~/ui/SummaryList";
import { SurveyWords } from "./SurveyWords";
import type { shownIn } from "./shown";

type Shown = ReturnType<ReturnType<typeof shownIn>["answers"]>[number];

type SurveyAnswersProps = {
  /** Each with the page on which it can be changed. */
  answers: readonly (Shown & { page: string })[];
  locale: Locale;
  href: (page: string) => string;
};

/** What somebody answered, question by question, each with a way to change it. */
export function SurveyAnswers({ answers, locale, href }: SurveyAnswersProps) {
  const { t } = useTranslation();
  const said = ({ state, lines, isDate, other, english }: Shown) => {
    if (state === "skipped") return t("surveys.skipped");
    if (state === "prefer_not") return t("surveys.preferNot");
    const all = lines.map((line) => (isDate ? plainDay(new Date(`${line}T12:00:00Z`), locale) : line));
    return (
      <>
        {all.filter(Boolean).map((line) => (
          <p
            key={line}
            className="rh-as-typed"
            dir="auto"
            lang={english ? asEnglish(locale).lang : undefined}
          >
            {line}
          </p>
        ))}
        {other && <p>{t("surveys.other")}</p>}
      </>
    );
  };
  return (
    <SummaryList
      rows={answers.map((answer) => ({
        key: <SurveyWords of={answer.title} />,
        value: said(answer),
        actions: [
          {
            href: href(answer.page),
            text: t("surveys.check.change"),
            hidden: <SurveyWords of={answer.title} />,
          },
        ],
      }))}
    />
  );
}
