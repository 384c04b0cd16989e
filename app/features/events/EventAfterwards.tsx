import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

type EventAfterwardsProps = {
  slug: string;
  isHeard: boolean;
  /** Notes and feedback are taken now. */
  isOpen: boolean;
  link: (path: string) => string;
};

/** On an event's page once it has begun: what was heard there, and the way to say something. */
export function EventAfterwards({ slug, isHeard, isOpen, link }: EventAfterwardsProps) {
  const { t } = useTranslation();
  return (
    <>
      {isHeard && (
        <>
          <h2>{t("heard.title")}</h2>
          <p>{t("heard.readText")}</p>
          <p>
            <ButtonLink href={link(`/events/${slug}/heard`)} arrow>
              {t("heard.read")}
            </ButtonLink>
          </p>
        </>
      )}
      {isOpen && (
        <>
          <h2>{t("say.there")}</h2>
          <p>{t("say.thereText")}</p>
          <ButtonRow>
            <ButtonLink href={link(`/events/${slug}/notes`)} variant="secondary">
              {t("say.answer")}
            </ButtonLink>
            <ButtonLink href={link(`/events/${slug}/feedback`)} variant="secondary">
              {t("say.rate")}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}
