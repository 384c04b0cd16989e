import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { longDay } from "~/platform/london";
import { Aside } from "~/ui/Aside";
import type { BoardRow } from "./read.server";

/** What a board is: how it works, who decides, what can change and what can't, and how people are with each other. */
export function BoardAbout({ board, locale }: { board: BoardRow; locale: Locale }) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const parts = [
    { title: t("ideas.decides"), text: board.decides },
    { title: t("ideas.canChange"), text: board.canChange },
    { title: t("ideas.cannotChange"), text: board.cannotChange },
  ];
  return (
    <Aside label={t("ideas.howTitle")} palette="green" seed={board.slug.length * 7}>
      <h2>{t("ideas.howTitle")}</h2>
      <p>{t(`ideas.how.${board.support}`, { points: board.points })}</p>
      {board.moderation === "before" && <p>{t("ideas.howBefore")}</p>}
      {board.asksLink && <p>{t("ideas.howLink")}</p>}
      <p>
        {t("ideas.fromTo", { from: longDay(board.opensAt, locale), to: longDay(board.closesAt, locale) })}
      </p>
      {parts.map(({ title, text }) => (
        <div key={title}>
          <h2>{title}</h2>
          {linesOf(text).map((line) => (
            <p key={line} {...foreign}>
              {line}
            </p>
          ))}
        </div>
      ))}
      <h2>{t("ideas.rules")}</h2>
      <ul className="rh-list">
        {linesOf(board.houseRules).map((line) => (
          <li key={line} {...foreign}>
            {line}
          </li>
        ))}
      </ul>
    </Aside>
  );
}

const linesOf = (text: string) => [...new Set(text.split(/\s*\n\s*/).filter(Boolean))];
