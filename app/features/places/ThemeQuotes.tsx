import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";

type ThemeQuotesProps = {
  /** Words that may be published, each with the page of what they were said in. */
  quotes: readonly { key: string; words: string; href: string; from: string }[];
  locale: Locale;
};

/** What people said about a theme, in their own words. */
export function ThemeQuotes({ quotes, locale }: ThemeQuotesProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <>
      <div className="rh-quotes">
        {quotes.map(({ key, words, href, from }) => (
          <div key={key}>
            <blockquote lang={foreign.lang} dir="auto">
              {words}
            </blockquote>
            <p className="rh-note">
              <a href={href} {...foreign}>
                {from}
              </a>
            </p>
          </div>
        ))}
      </div>
      <p className="rh-note">{t("themes.quotesNote")}</p>
    </>
  );
}
