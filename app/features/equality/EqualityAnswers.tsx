import { useTranslation } from "react-i18next";
import { SummaryList } from "~/ui/SummaryList";
import type { Draft, Step } from "./answering";
import { PREFER_NOT } from "./code-lists";

type EqualityAnswersProps = {
  steps: readonly Step[];
  said: Draft;
  placeName: string | null;
  href: (step: Step) => string;
};

/** What somebody said about themselves, question by question, each with a way to change it. Of a birthday only the age group. */
export function EqualityAnswers({ steps, said, placeName, href }: EqualityAnswersProps) {
  const { t } = useTranslation();
  const answer = (step: Step) => {
    if (step === "place") return placeName ?? t("equality.elsewhere");
    const code = said.answers[step];
    if (code === undefined) return t("surveys.skipped");
    return code === PREFER_NOT ? t("surveys.preferNot") : t(`equality.codes.${step}.${code}`);
  };
  return (
    <SummaryList
      rows={steps.map((step) => ({
        key: t(`equality.questions.${step}`),
        value: answer(step),
        actions: [
          { href: href(step), text: t("surveys.check.change"), hidden: t(`equality.questions.${step}`) },
        ],
      }))}
    />
  );
}
