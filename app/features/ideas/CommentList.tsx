import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { Tag } from "~/ui/Tag";
import type { CommentSeen } from "./read-comments.server";

type CommentListProps = {
  comments: readonly CommentSeen[];
  /** Where somebody reports one of them, by its id. */
  reportAt: (id: string) => string;
  locale: Locale;
};

/** What people say about an idea, the oldest first; staff with what they are. */
export function CommentList({ comments, reportAt, locale }: CommentListProps) {
  const { t } = useTranslation();
  return (
    <ol className="rh-quotes rh-plain">
      {comments.map(({ id, text, locale: written, shownName, badge, createdAt }) => (
        <li key={id} id={`comment-${id}`}>
          <blockquote lang={written === locale ? undefined : written} dir="auto">
            {text}
          </blockquote>
          <p className="rh-note">
            {badge && (
              <>
                <Tag colour="green" {...asEnglish(locale)}>
                  {badge}
                </Tag>{" "}
              </>
            )}
            <bdi>{shownName ?? t("said.nobody")}</bdi>, {dayAndClock(new Date(createdAt), locale)}
            {" · "}
            <a href={reportAt(id)} className="rh-no-print">
              {t("said.report")}
              <span className="govuk-visually-hidden">
                : {t("said.reportWhat", { name: shownName ?? t("said.nobody") })}
              </span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}
