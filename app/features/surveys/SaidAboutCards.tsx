import { useTranslation } from "react-i18next";
import { PeopleCount } from "~/features/figures/PeopleCount";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartBar } from "~/ui/ChartBar";
import type { SaidAbout } from "./read-said.server";

type SaidAboutCardsProps = {
  said: readonly SaidAbout[];
  locale: Locale;
  link: (path: string) => string;
};

/** How many of those who answered a survey's question said something about one theme, as it was published. */
export function SaidAboutCards({ said, locale, link }: SaidAboutCardsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <ul className="rh-steps">
      {said.map(({ survey, question, as, share, edition }) => (
        <li key={`${survey.slug} ${question} ${as ?? ""}`}>
          <h3 {...foreign}>
            <a href={link(`/surveys/${survey.slug}/results`)}>{survey.title}</a>
          </h3>
          <p>
            <bdi>{t("themes.ofThose", { question })}</bdi>: <b>{inWords(share)}</b> {t("themes.said")}
            {as && (
              <>
                {" "}
                (<bdi {...foreign}>{as}</bdi>)
              </>
            )}
          </p>
          <ChartBar length={share.percent} range={share.interval} />
          {share.interval && (
            <p className="rh-note">
              {t("figures.between", { low: share.interval[0], high: share.interval[1] })}
            </p>
          )}
          <p className="rh-note">
            <a href={link(`/figures/${edition}`)}>
              {t("themes.figures")}
              <span className="govuk-visually-hidden">
                : <span {...foreign}>{survey.title}</span>
              </span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );

  function inWords({ percent, part, of }: SaidAbout["share"]) {
    if (part.value === null) return <PeopleCount people={part} />;
    const counts = t("figures.partOf", { part: part.text, of: of.text });
    return percent === null ? counts : `${t("figures.percent", { percent })} (${counts})`;
  }
}
