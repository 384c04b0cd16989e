import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { dayIn } from "./appraisal-words";
import type { DecisionRow } from "./read-decisions.server";

/** Something that a decision came of, or that came of it, with its page. */
export type LinkShown = { path: string; title: string };

type DecisionTextProps = {
  decision: DecisionRow;
  dates: readonly { id: string; fromDay: string; toDay: string; reason: string }[];
  appraisal: { slug: string; title: string } | null;
  causes: readonly LinkShown[];
  effects: readonly LinkShown[];
  locale: Locale;
  link: (path: string) => string;
};

/** A decision at length: what was decided and why, what it was between, how its day was moved, and what it hangs together with. */
export function DecisionText(props: DecisionTextProps) {
  const { decision, dates, appraisal, causes, effects, locale, link } = props;
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const paragraphs = (text: string) =>
    text.split(/\n+/).map((line) => (
      <p key={line} {...foreign}>
        {line}
      </p>
    ));
  return (
    <>
      {decision.decidedDay && decision.outcome && (
        <>
          <h2>{t("decisions.outcome")}</h2>
          {paragraphs(decision.outcome)}
          <h2>{t("options.why")}</h2>
          {paragraphs(decision.reasons ?? "")}
        </>
      )}
      {decision.withdrawnDay && (
        <>
          <h2>{t("decisions.withdrawn", { day: dayIn(decision.withdrawnDay, locale) })}</h2>
          {paragraphs(decision.withdrawnReason ?? "")}
        </>
      )}
      {appraisal && (
        <p>
          <a href={link(`/options/${appraisal.slug}`)}>{t("decisions.appraisal")}</a>
        </p>
      )}
      <h2>{t("decisions.background")}</h2>
      {paragraphs(decision.background)}
      <h2>{t("options.theOptions")}</h2>
      <ul className="rh-list" {...foreign}>
        {decision.options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ul>
      {dates.length > 0 && (
        <>
          <h2>{t("decisions.moved")}</h2>
          <p>{t("decisions.firstDay", { day: dayIn(decision.firstDueDay, locale) })}</p>
          <ul className="rh-list">
            {dates.map(({ id, fromDay, toDay, reason }) => (
              <li key={id}>
                {t("decisions.movedRow", { from: dayIn(fromDay, locale), to: dayIn(toDay, locale) })}{" "}
                <span {...foreign}>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Links title={t("decisions.cause")} links={causes} />
      <Links title={t("decisions.effect")} links={effects} />
    </>
  );

  function Links({ title, links }: { title: string; links: readonly LinkShown[] }) {
    if (links.length === 0) return null;
    return (
      <>
        <h2>{title}</h2>
        <ul className="rh-list">
          {links.map(({ path, title }) => (
            <li key={path}>
              <a href={link(path)} {...foreign}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </>
    );
  }
}
