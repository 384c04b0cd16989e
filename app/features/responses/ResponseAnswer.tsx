import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Tile } from "~/ui/Tile";
import type { ResponseSeen } from "./read.server";

type ResponseAnswerProps = {
  response: Pick<ResponseSeen["response"], "kind" | "text" | "publishedAt">;
  locale: Locale;
};

/** The words of an answer, large: what was said is the title of their page. */
export function ResponseAnswer({ response, locale }: ResponseAnswerProps) {
  const { t } = useTranslation();
  const { kind, text, publishedAt } = response;
  return (
    <div className="rh-exchange">
      <div className="rh-exchange__answer rh-dark">
        <h2>
          <Tile kind="leaf" palette="green" tone="light" />
          {t(`responses.kind.${kind}`)}
        </h2>
        <p className="rh-exchange__big" {...asEnglish(locale)}>
          {text}
        </p>
        {publishedAt && <p>{t("responses.answeredOn", { day: plainDay(publishedAt, locale) })}</p>}
      </div>
    </div>
  );
}
