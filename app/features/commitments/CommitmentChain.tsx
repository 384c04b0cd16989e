import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";

/** One thing that a commitment came of, with its page. */
export type ChainLink = { title: string; path: string };

type CommitmentChainProps = {
  chain: readonly ChainLink[];
  locale: Locale;
  link: (path: string) => string;
};

/** What a commitment came of, the first first: what was said, and the answer that promised it. */
export function CommitmentChain({ chain, locale, link }: CommitmentChainProps) {
  const { t } = useTranslation();
  if (chain.length === 0) return null;
  return (
    <>
      <h2>{t("commitments.cameOf")}</h2>
      <ol className="rh-list">
        {chain.map(({ title, path }) => (
          <li key={path}>
            <a href={link(path)} {...asEnglish(locale)}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
