import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { ButtonLink } from "~/ui/Button";
import { UNCONFIRMED_DAYS } from "./rules";

type IdeaSentProps = {
  sent: "held" | "unconfirmed";
  board: { slug: string; decides: string };
  locale: Locale;
  link: (path: string) => string;
};

/** What happens next with an idea that is not on its board yet. */
export function IdeaSent({ sent, board, locale, link }: IdeaSentProps) {
  const { t } = useTranslation();
  return (
    <div className="rh-narrow">
      <p>{t(`ideas.done.${sent}Text`, { days: UNCONFIRMED_DAYS })}</p>
      <h2>{t("ideas.decides")}</h2>
      <p {...asEnglish(locale)}>{board.decides}</p>
      <p>
        <ButtonLink href={link(`/ideas/${board.slug}`)}>{t("ideas.done.back")}</ButtonLink>
      </p>
      <p>
        <a href={link(`/ideas/${board.slug}/new`)}>{t("ideas.done.again")}</a>
      </p>
    </div>
  );
}
