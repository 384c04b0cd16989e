import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { longDay } from "~/platform/london";
import type { IdeaLinked, IdeaStory } from "./read-story.server";
import { asWritten } from "./rules";

type IdeaCreditsProps = {
  board: string;
  idea: { shownName: string | null; origin: string; at: Date };
  story: IdeaStory;
  /** Events at which it was said, as far as they are public. */
  saidAt: readonly { slug: string; title: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** Who an idea is from, where it was said, what went into it, and when. */
export function IdeaCredits({ board, idea, story, saidAt, locale, link }: IdeaCreditsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const names = [...new Set(story.merged.flatMap((one) => one.shownName ?? []))];
  const to = ({ slug, title, locale: written }: IdeaLinked) => (
    <a href={link(`/ideas/${board}/${slug}`)} {...asWritten(written, locale)}>
      {title}
    </a>
  );
  return (
    <>
      <p className="rh-after">
        {idea.shownName ? t("ideas.by", { name: idea.shownName }) : t("ideas.byNobody")}.{" "}
        {t("ideas.posted", { day: longDay(new Date(idea.at), locale) })}.
      </p>
      {saidAt.map(({ slug, title }) => (
        <p key={slug}>
          {t("ideas.saidAt")}{" "}
          <a href={link(`/events/${slug}`)} {...foreign}>
            {title}
          </a>
        </p>
      ))}
      {story.merged.length > 0 && (
        <>
          <h2>{t("ideas.cameOf")}</h2>
          {names.length > 0 && <p>{t("ideas.alsoFrom", { names: names.join(", ") })}</p>}
          <ul className="rh-list">
            {story.merged.map(({ id, title, locale: written }) => (
              <li key={id} {...asWritten(written, locale)}>
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
      {story.splitFrom && (
        <p>
          {t("ideas.splitFrom")} {to(story.splitFrom)}
        </p>
      )}
      {story.splitInto.map((one) => (
        <p key={one.id}>
          {t("ideas.splitInto")} {to(one)}
        </p>
      ))}
    </>
  );
}
