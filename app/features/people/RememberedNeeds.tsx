import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import type { Remembered } from "./read-remembered.server";

/** What we remember of somebody, since when we know that it holds, and whether it was left unconfirmed. */
export function RememberedNeeds({ remembered, locale }: { remembered: Remembered; locale: Locale }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="rh-list">
        {remembered.needs.map(({ need, detail }) => (
          <li key={need}>
            {t(`remember.needs.${need}`)}
            {detail && <bdi lang="">: {detail}</bdi>}
          </li>
        ))}
      </ul>
      <p>{t("remember.confirmedOn", { day: plainDay(remembered.confirmedAt, locale) })}</p>
      {remembered.review?.state === "unconfirmed" && <p>{t("remember.unconfirmed")}</p>}
    </>
  );
}
