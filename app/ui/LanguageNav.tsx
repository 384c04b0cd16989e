import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { useWords } from "./words";

/** A language in its own name; the page's own language has no `href`. */
export type LanguageItem = {
  text: string;
  lang: string;
  href?: string;
  dir?: "ltr" | "rtl";
  /** Said after the name to those who hear it, in that language. */
  description?: string;
};

type LanguageNavProps = Omit<ComponentPropsWithoutRef<"nav">, "children"> & {
  items: readonly LanguageItem[];
};

/** This page in other languages. */
export function LanguageNav({ items, className, ...rest }: LanguageNavProps) {
  const word = useWords();
  return (
    <nav aria-label={word("language")} {...rest} className={classes("govuk-language-navigation", className)}>
      <ul className="govuk-language-navigation__list">
        {items.map(({ text, lang, href, dir, description }) => (
          <li key={lang} className="govuk-language-navigation__list-item">
            {href ? (
              <a
                className="govuk-language-navigation__link"
                href={href}
                rel="alternate"
                lang={lang}
                hrefLang={lang}
                dir={dir}
              >
                {text}
                {description && <span className="govuk-visually-hidden"> {description}</span>}
              </a>
            ) : (
              <span className="govuk-language-navigation__text" aria-current="true" lang={lang} dir={dir}>
                {text}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
