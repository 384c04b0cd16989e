import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/Button";

type EqualityAskProps = { kind: "survey" | "event"; slug: string; link: (path: string) => string };

/** The invitation to tell something about oneself, once the answers or the booking are safe. The way there says nothing of who comes. */
export function EqualityAsk({ kind, slug, link }: EqualityAskProps) {
  const { t } = useTranslation();
  return (
    <section className="rh-no-print" aria-labelledby="about-you">
      <h2 id="about-you">{t("equality.title")}</h2>
      <p>{t("equality.ask")}</p>
      <p>
        <ButtonLink href={link(`/equality/${kind}/${slug}`)} variant="secondary" referrerPolicy="no-referrer">
          {t("equality.askButton")}
        </ButtonLink>
      </p>
    </section>
  );
}
