import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import type { Quote } from "./read-quotes.server";
import type { QuestionResult } from "./results";

type SurveyQuotesProps = {
  quotes: readonly Quote[];
  results: readonly QuestionResult[];
  locale: Locale;
  link: (path: string) => string;
};

/** What people wrote, in their own words and as they allowed it: by question, each with what it is about. */
export function SurveyQuotes({ quotes, results, locale, link }: SurveyQuotesProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const questions = results.filter(({ key }) => quotes.some(({ box }) => box === key));
  return (
    <section>
      <h2>{t("themes.quotes")}</h2>
      <div className="rh-quotes">
        {questions.map(({ key, title }) => (
          <div key={key}>
            <h3 {...foreign}>{title}</h3>
            {quotes
              .filter(({ box }) => box === key)
              .map(({ id, words, themes }) => (
                <blockquote key={id} lang={foreign.lang} dir="auto">
                  {words}
                  <footer className="rh-note" dir="auto">
                    {themes.map(({ slug, plainLabel }, at) => (
                      <span key={slug}>
                        {at > 0 && ", "}
                        <a href={link(`/themes/${slug}`)}>{plainLabel}</a>
                      </span>
                    ))}
                  </footer>
                </blockquote>
              ))}
          </div>
        ))}
      </div>
      <p className="rh-note">{t("themes.quotesNote")}</p>
    </section>
  );
}
