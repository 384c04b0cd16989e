import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import type { ActShown } from "./history";

type CommitmentEvidenceProps = { acts: readonly ActShown[]; locale: Locale };

/** What shows that a commitment is kept: when, what, and where to see it. Nothing shown is said as plainly. */
export function CommitmentEvidence({ acts, locale }: CommitmentEvidenceProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const shown = acts.filter(({ act }) => act === "evidence" || act === "done");
  if (shown.length === 0) return <p>{t("commitments.noEvidence")}</p>;
  return (
    <ul className="rh-list">
      {shown.map(({ position, day, words, link }) => (
        <li key={position}>
          <time dateTime={day}>{plainDay(new Date(`${day}T12:00:00Z`), locale)}</time>
          {": "}
          <span {...foreign}>{words}</span>{" "}
          {link && (
            <a href={link} {...foreign}>
              {new URL(link).hostname}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
