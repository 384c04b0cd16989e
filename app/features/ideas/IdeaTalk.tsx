import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { InsetText } from "~/ui/InsetText";
import { CommentForm } from "./CommentForm";
import { CommentList } from "./CommentList";
import type { Talk } from "./read-comments.server";

type IdeaTalkProps = {
  talk: Talk;
  /** The address of the idea. */
  at: string;
  submissionId: string;
  locale: Locale;
  proof: ReactNode;
};

/** Under an idea: what people say about it, where to say more, and the way to report it. */
export function IdeaTalk({ talk, at, submissionId, locale, proof }: IdeaTalkProps) {
  const { t } = useTranslation();
  const { comments, more, count, standing } = talk;
  return (
    <div className="rh-narrow rh-after">
      <h2 id="comments">{t("ideas.comments", { count })}</h2>
      {comments.length > 0 && (
        <CommentList comments={comments} reportAt={(id) => `${at}/report?comment=${id}`} locale={locale} />
      )}
      {more && (
        <p>
          <a href={`${at}/comments?after=${more}`}>{t("said.more")}</a>
        </p>
      )}
      {standing === "open" ? (
        <>
          <h2>{t("said.add")}</h2>
          <CommentForm {...{ talk, submissionId, locale, proof }} action={`${at}/comment`} />
        </>
      ) : (
        <InsetText>
          {standing === "paused" ? `${t("said.paused")}. ${t("said.pausedText")}` : t(`said.${standing}`)}
        </InsetText>
      )}
      <p className="rh-no-print rh-after">
        <a href={`${at}/report`}>{t("said.reportIdea")}</a>
      </p>
    </div>
  );
}
