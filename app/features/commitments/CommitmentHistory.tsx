import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Timeline } from "~/ui/Timeline";
import { dueWords } from "./due-words";
import type { ActShown } from "./history";

type CommitmentHistoryProps = { acts: readonly ActShown[]; locale: Locale };

/** Everything that happened to a commitment, in order; nothing is left out. */
export function CommitmentHistory({ acts, locale }: CommitmentHistoryProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <Timeline
      items={acts.map((one) => ({
        title: titleOf(t, one, locale),
        dateTime: one.day,
        date: plainDay(new Date(`${one.day}T12:00:00Z`), locale),
        children: (
          <>
            {one.act === "made" && one.due && (
              <p>{t("commitments.madeDue", { due: dueWords(t, one.due.day, one.due.precision, locale) })}</p>
            )}
            {one.act === "made" && one.owner && (
              <p>{t("commitments.madeOwner", { owner: `${one.owner.role}, ${one.owner.organisation}` })}</p>
            )}
            {one.was && (
              <p>{t("commitments.was", { due: dueWords(t, one.was.day, one.was.precision, locale) })}</p>
            )}
            {one.words && <p {...foreign}>{one.words}</p>}
            {one.before?.map((words) => (
              <p key={words}>{t("commitments.readBefore", { words })}</p>
            ))}
            {one.act === "corrected" && one.before === null && <p>{t("commitments.hiddenBefore")}</p>}
            {one.link && (
              <p>
                <a href={one.link}>
                  {t("commitments.see")}
                  <span className="govuk-visually-hidden" {...foreign}>
                    : {one.words}
                  </span>
                </a>
              </p>
            )}
          </>
        ),
      }))}
    />
  );
}

function titleOf(t: TFunction, { act, due, was, owner, met }: ActShown, locale: Locale): string {
  if (act === "owned") {
    return t("commitments.acts.owned", { owner: owner ? `${owner.role}, ${owner.organisation}` : "" });
  }
  if (act === "dated" && due) {
    const words = { due: dueWords(t, due.day, due.precision, locale) };
    return was ? t("commitments.acts.dated", words) : t("commitments.acts.firstDated", words);
  }
  if (act === "condition") return met ? t("commitments.acts.met") : t("commitments.acts.not_met");
  return t(`commitments.acts.${act}`);
}
