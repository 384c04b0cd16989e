import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { SummaryList } from "~/ui/SummaryList";
import { CommitmentDue } from "./CommitmentDue";
import type { CommitmentShown } from "./shown";

type CommitmentFactsProps = {
  shown: CommitmentShown;
  themes: readonly { slug: string; label: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** Who owns a commitment, where and when it was said, by when, and what it hangs on. */
export function CommitmentFacts({ shown, themes, locale, link }: CommitmentFactsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { owner, madeDay, source, sourceWords, sourceLink, condition, conditionState, neighbourhood } = shown;
  const where = sourceWords ? <span {...foreign}>{sourceWords}</span> : t(`commitments.sources.${source}`);
  const rows = [
    {
      key: t("commitments.owner"),
      value: owner ? (
        <span {...foreign}>
          {owner.role}, {owner.organisation}
        </span>
      ) : (
        t("commitments.noOwner")
      ),
    },
    { key: t("commitments.due"), value: <CommitmentDue shown={shown} locale={locale} /> },
    {
      key: t("commitments.where"),
      value: (
        <>
          {where}
          {sourceLink && (
            <>
              <br />
              <a href={sourceLink}>{t("commitments.seeSource")}</a>
            </>
          )}
        </>
      ),
    },
    { key: t("commitments.madeOn"), value: plainDay(new Date(`${madeDay}T12:00:00Z`), locale) },
    ...(condition
      ? [
          {
            key: t("commitments.condition"),
            value: (
              <>
                <span {...foreign}>{condition}</span>
                <br />
                {t(`commitments.conditionStates.${conditionState ?? "open"}`)}
              </>
            ),
          },
        ]
      : []),
    {
      key: t("commitments.place"),
      value: neighbourhood ? (
        <a href={link(`/neighbourhoods/${neighbourhood.slug}`)} {...foreign}>
          {neighbourhood.name}
        </a>
      ) : (
        t("commitments.borough")
      ),
    },
    ...(themes.length > 0
      ? [
          {
            key: t("commitments.about"),
            value: (
              <ul className="rh-list">
                {themes.map(({ slug, label }) => (
                  <li key={slug}>
                    <a href={link(`/themes/${slug}`)} {...foreign}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
  return <SummaryList rows={rows} />;
}
