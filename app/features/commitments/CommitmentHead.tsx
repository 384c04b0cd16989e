import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { PageHead } from "~/ui/PageHead";
import { CommitmentState } from "./CommitmentState";
import { type CommitmentShown, daysFrom, inShort } from "./shown";

type CommitmentHeadProps = {
  shown: CommitmentShown;
  today: string;
  locale: Locale;
  link: (path: string) => string;
};

/** The top of a commitment's page: its words, and how it stands in a word and in days. */
export function CommitmentHead({ shown, today, locale, link }: CommitmentHeadProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { number, said, state, kind, due, first, doneDay, withdrawnDay } = shown;
  const ended = doneDay ?? withdrawnDay;
  const words = [
    state === "overdue" && due && t("commitments.lateSince", { count: daysFrom(due.day, today) }),
    state === "done_late" &&
      due &&
      doneDay &&
      t("commitments.daysLate", { count: daysFrom(due.day, doneDay) }),
    state === "done" && first && doneDay && doneDay > first.day && t("commitments.laterThanFirst"),
  ].filter(Boolean);
  const title = inShort(said);
  return (
    <PageHead
      title={title}
      caption={t("commitments.one", { number })}
      back={{ href: link("/commitments"), text: t("commitments.title") }}
      palette="green"
      seed={number}
      {...foreign}
    >
      <div className="rh-staff-state">
        <CommitmentState state={state} kind={kind} />
        {ended && <p>{plainDay(new Date(`${ended}T12:00:00Z`), locale)}</p>}
        {words.length > 0 && <p>{words.join(" ")}</p>}
      </div>
      {title !== said.replace(/\s+/g, " ") && (
        <blockquote className="rh-lede" {...foreign}>
          {said}
        </blockquote>
      )}
    </PageHead>
  );
}
