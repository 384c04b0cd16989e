import { useTranslation } from "react-i18next";
import { SummaryList } from "~/ui/SummaryList";
import { SurveyParagraphs } from "./SurveyWords";
import type { shownSurvey } from "./shown";

type SurveyFactsProps = { said: ReturnType<typeof shownSurvey>; minutes: number; closes: string };

/** What people need to know before they begin: why, how long, until when, who sees it, and what comes of it. */
export function SurveyFacts({ said, minutes, closes }: SurveyFactsProps) {
  const { t } = useTranslation();
  return (
    <SummaryList
      rows={[
        { key: t("surveys.facts.purpose"), value: <SurveyParagraphs of={said.purpose} /> },
        { key: t("surveys.facts.time"), value: t("surveys.facts.minutes", { count: minutes }) },
        { key: t("surveys.facts.closes"), value: closes },
        { key: t("surveys.facts.whoSees"), value: <SurveyParagraphs of={said.whoSees} /> },
        { key: t("surveys.facts.whatNext"), value: <SurveyParagraphs of={said.whatNext} /> },
      ]}
    />
  );
}
