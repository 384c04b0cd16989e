import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { dueWords } from "./due-words";
import type { CommitmentShown } from "./shown";

type Dated = Pick<CommitmentShown, "kind" | "due" | "first" | "redated">;

/** By when: the date as it is agreed now, and beneath it the first one, which never goes away. */
export function CommitmentDue({ shown, locale }: { shown: Dated; locale: Locale }) {
  const { t } = useTranslation();
  const { kind, due, first, redated } = shown;
  if (kind === "ambition") return <>{t("commitments.noDue")}</>;
  if (kind === "standing") return <>{t("commitments.always")}</>;
  if (!due) return <>{t("commitments.noDate")}</>;
  return (
    <>
      {dueWords(t, due.day, due.precision, locale)}
      {redated > 0 && first && (
        <span className="rh-note">
          {t("commitments.originally", { due: dueWords(t, first.day, first.precision, locale) })}
          {". "}
          {t("commitments.redated", { count: redated })}.
        </span>
      )}
    </>
  );
}
