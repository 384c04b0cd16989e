import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Timeline } from "~/ui/Timeline";
import type { listVersions, ResponseSeen } from "./read.server";

type Version = Awaited<ReturnType<typeof listVersions>>[number];
type ResponseHistoryProps = {
  earlier: readonly ResponseSeen[];
  versions: readonly Version[];
  locale: Locale;
};

/** What an answer replaced, and how it read before it was corrected. Nothing when it is the first and unchanged. */
export function ResponseHistory({ earlier, versions, locale }: ResponseHistoryProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  if (earlier.length + versions.length === 0) return null;
  return (
    <>
      <h2>{t("responses.history.title")}</h2>
      <Timeline
        items={[
          ...versions.map(({ words, reason, replacedAt }) => ({
            title: t("responses.history.corrected", { day: plainDay(replacedAt, locale) }),
            dateTime: new Date(replacedAt).toISOString(),
            date: plainDay(replacedAt, locale),
            children: (
              <>
                <p {...foreign}>{reason}</p>
                <p>
                  {t("responses.history.before")}: <span {...foreign}>{words.text}</span>{" "}
                  {words.reason && <span {...foreign}>{words.reason}</span>}
                </p>
              </>
            ),
          })),
          ...earlier.map(({ response }) => ({
            title: t(`responses.kind.${response.kind}`),
            dateTime: (response.publishedAt ?? response.createdAt).toISOString(),
            date: plainDay(response.publishedAt ?? response.createdAt, locale),
            children: (
              <>
                <p {...foreign}>{response.text}</p>
                {response.reason && <p {...foreign}>{response.reason}</p>}
              </>
            ),
          })),
        ]}
      />
    </>
  );
}
