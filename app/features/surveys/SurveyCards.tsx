import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { CardGrid } from "~/ui/CardGrid";
import { LinkCard } from "~/ui/LinkCard";
import { isPalette } from "~/ui/palettes";
import type { SurveySeen } from "./read.server";

/** What a card needs of a survey. */
export type SurveyCard = {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  opensAt: Date;
  closesAt: Date;
  neighbourhood: SurveySeen["neighbourhood"];
  hasResults: boolean;
};

/** What a list page hands to the cards. */
export const cardOf = ({ survey, neighbourhood }: SurveySeen): SurveyCard => ({
  slug: survey.slug,
  title: survey.title,
  summary: survey.summary,
  minutes: survey.minutes,
  opensAt: survey.opensAt,
  closesAt: survey.closesAt,
  neighbourhood,
  hasResults: survey.resultsAt !== null,
});

type SurveyCardsProps = {
  surveys: readonly SurveyCard[];
  standing: "open" | "coming" | "closed";
  locale: Locale;
  link: (path: string) => string;
};

/** Surveys as cards: what about, how long it takes, until when, and for whom. */
export function SurveyCards({ surveys, standing, locale, link }: SurveyCardsProps) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {surveys.map((survey) => {
        const palette = survey.neighbourhood?.palette ?? "";
        const when = standing === "coming" ? survey.opensAt : survey.closesAt;
        return (
          <LinkCard
            key={survey.slug}
            href={link(`/surveys/${survey.slug}${survey.hasResults ? "/results" : ""}`)}
            title={survey.title}
            text={survey.summary}
            palette={isPalette(palette) ? palette : "green"}
            seed={survey.neighbourhood?.seed ?? survey.slug.length}
            tags={[
              ...(survey.hasResults ? [{ text: t("surveys.results.link"), colour: "green" as const }] : []),
              ...(standing === "open"
                ? [{ text: t("surveys.facts.minutes", { count: survey.minutes }), colour: "green" as const }]
                : []),
              { text: t(`surveys.card.${standing}`, { when: dayAndClock(when, locale) }), colour: "grey" },
              {
                text: survey.neighbourhood?.name ?? t("engagement.borough"),
                colour: "yellow",
                ...(survey.neighbourhood ? asEnglish(locale) : {}),
              },
            ]}
            {...asEnglish(locale)}
          />
        );
      })}
    </CardGrid>
  );
}
