import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RootData } from "~/root";
import { Page } from "./Page";
import { useFacts, useLink } from "./request-facts";
import { telephone } from "./SiteShell";

/** Says what went wrong in plain words, and whom to ring. */
export function ErrorPage() {
  const error = useRouteError();
  const { errorStatus } = useFacts();
  const { t } = useTranslation();
  const link = useLink();
  const phone = useRouteLoaderData<RootData>("root")?.borough?.contacts.phone;
  const status = errorStatus ?? (isRouteErrorResponse(error) ? error.status : 500);
  const kind =
    { 403: "forbidden", 404: "missing", 410: "gone", 429: "tooMany", 503: "unavailable" }[status] ?? "ours";
  return (
    <Page title={t(`errors.${kind}.title`)} lede={t(`errors.${kind}.text`)}>
      <div className="rh-prose">
        {phone && (
          <p>
            {t("errors.ring")}{" "}
            <a href={telephone(phone)} dir="ltr">
              {phone}
            </a>
          </p>
        )}
        <p>
          <a href={link("/events")}>{t("errors.events")}</a>
        </p>
        <p>
          <a href={link("/")}>{t("errors.home")}</a>
        </p>
      </div>
    </Page>
  );
}
