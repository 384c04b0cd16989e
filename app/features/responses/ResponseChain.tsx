import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Timeline } from "~/ui/Timeline";

/** One link of what led to an answer or came of it, in the order in which it happened. */
export type ChainLink = {
  /** The word for what it is, with its name in it. */
  words: { key: string; title?: string };
  path: string | null;
  at: Date;
  /** How it stands, such as a promise that is overdue. */
  standing?: { key: string; day?: Date };
};

type ResponseChainProps = { links: readonly ChainLink[]; locale: Locale; link: (path: string) => string };

/** From what was said to what came of it, each with the way there. */
export function ResponseChain({ links, locale, link }: ResponseChainProps) {
  const { t } = useTranslation();
  return (
    <Timeline
      headingLevel={3}
      items={links.map((one) => ({
        title: titleOf(one),
        dateTime: new Date(one.at).toISOString(),
        date: plainDay(one.at, locale),
        children: one.standing && (
          <p>
            {t(`responses.chain.${one.standing.key}`, {
              day: one.standing.day ? plainDay(one.standing.day, locale) : "",
            })}
          </p>
        ),
      }))}
    />
  );

  function titleOf({ words, path }: ChainLink): ReactNode {
    const text = t(`responses.chain.${words.key}`, { title: words.title ?? "" });
    return path ? (
      <a href={link(path)} {...(words.title ? asEnglish(locale) : {})}>
        {text}
      </a>
    ) : (
      text
    );
  }
}
