import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { SummaryList } from "~/ui/SummaryList";
import { atNoon, promiseWords } from "./promise";
import type { ResponseSeen } from "./read.server";

type ResponseFactsProps = {
  seen: ResponseSeen;
  themes: readonly { slug: string; plainLabel: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** What an answer says besides its words: why, by when, what shows it, who answers for it. */
export function ResponseFacts({ seen, themes, locale, link }: ResponseFactsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { response, organisation, neighbourhood } = seen;
  const english = (text: string | null) => text && <span {...foreign}>{text}</span>;
  const rows = [
    { key: t("responses.by"), value: promiseWords(t, locale, response) },
    { key: t("responses.condition"), value: english(response.condition) },
    { key: t("responses.why"), value: english(response.reason) },
    { key: t("responses.passedTo"), value: english(response.passedTo) },
    { key: t("responses.evidence"), value: english(response.evidence) },
    {
      key: t("responses.doneOn"),
      value: response.evidenceDay && plainDay(atNoon(response.evidenceDay), locale),
    },
    { key: t("responses.where"), value: response.evidenceWhere && where(response.evidenceWhere) },
    { key: t("responses.owner"), value: english(`${response.ownerRole}, ${organisation.name}`) },
    {
      key: t("responses.filter.neighbourhood"),
      value: neighbourhood ? (
        <a href={link(`/neighbourhoods/${neighbourhood.slug}`)} {...foreign}>
          {neighbourhood.name}
        </a>
      ) : (
        t("responses.wholeBorough")
      ),
    },
    {
      key: t("responses.filter.theme"),
      value:
        themes.length > 0 &&
        themes.map(({ slug, plainLabel }, at) => (
          <span key={slug}>
            {at > 0 && ", "}
            <a href={link(`/themes/${slug}`)} {...foreign}>
              {plainLabel}
            </a>
          </span>
        )),
    },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value)} />;

  function where(text: string) {
    const isLink = text.startsWith("https://") && URL.canParse(text);
    return isLink ? (
      <a className="rh-address" href={text} rel="noopener">
        {text}
      </a>
    ) : (
      english(text)
    );
  }
}
