import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";
import { useFacts, useLink } from "./request-facts";
import { telephone, useBorough } from "./SiteShell";

const KINDS: Record<number, string> = {
  403: "forbidden",
  404: "missing",
  405: "missing",
  410: "gone",
  429: "tooMany",
  503: "unavailable",
};

const SEED = 7;

/** What went wrong with this page, as the key of its words; null when nothing did. */
export function useProblem(): string | null {
  const error = useRouteError();
  const { errorStatus } = useFacts();
  if (!error) return null;
  const status = errorStatus ?? (isRouteErrorResponse(error) ? error.status : 500);
  return KINDS[status] ?? "ours";
}

/** Says what went wrong in plain words, and whom to ring. */
export function ErrorPage() {
  const kind = useProblem() ?? "ours";
  const { t } = useTranslation();
  const link = useLink();
  const phone = useBorough()?.contacts.phone;
  return (
    <>
      <PageHead title={t(`errors.${kind}.title`)} lede={t(`errors.${kind}.text`)} palette="plum" seed={SEED}>
        <ButtonRow>
          <ButtonLink href={link("/events")} arrow>
            {t("errors.events")}
          </ButtonLink>
          <ButtonLink href={link("/")} variant="secondary">
            {t("errors.home")}
          </ButtonLink>
        </ButtonRow>
      </PageHead>
      {phone && (
        <Section>
          <p className="rh-lede">
            {t("errors.ring")}{" "}
            <a href={telephone(phone)} dir="ltr">
              {phone}
            </a>
          </p>
        </Section>
      )}
    </>
  );
}
