import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { ButtonLink } from "~/ui/Button";
import { InsetText } from "~/ui/InsetText";
import type { IdeaCard } from "./IdeaCards";
import { asWritten } from "./rules";

type IdeaSimilarProps = {
  ideas: readonly IdeaCard[];
  board: { slug: string; support: "none" | "one" | "points" };
  locale: Locale;
  link: (path: string) => string;
};

/** Ideas that say much the same as what somebody is about to post: they may support one of them instead. */
export function IdeaSimilar({ ideas, board, locale, link }: IdeaSimilarProps) {
  const { t } = useTranslation();
  const { support } = board;
  return (
    <InsetText id="similar">
      <h2>{t("ideas.new.similar")}</h2>
      <p>{t("ideas.new.similarText")}</p>
      {ideas.map((idea) => (
        <section key={idea.slug}>
          <h3 {...asWritten(idea.locale, locale)}>{idea.title}</h3>
          <p {...asWritten(idea.locale, locale)}>{idea.text}</p>
          {support !== "none" && (
            <p>{t(support === "points" ? "ideas.points" : "ideas.supports", { count: idea.support })}</p>
          )}
          <p>
            <ButtonLink href={link(`/ideas/${board.slug}/${idea.slug}`)} variant="secondary">
              {t("ideas.new.same")} <span className="govuk-visually-hidden">{idea.title}</span>
            </ButtonLink>
          </p>
        </section>
      ))}
    </InsetText>
  );
}
