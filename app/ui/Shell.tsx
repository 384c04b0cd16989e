import type { ReactNode } from "react";
import { Band } from "./Band";
import { type LanguageItem, LanguageNav } from "./LanguageNav";
import { Logo } from "./Logo";
import { SkipLink } from "./SkipLink";

export type NavItem = { href: string; text: string; current?: boolean };

export type ShellLink = {
  href: string;
  text: string;
  lang?: string;
  /** Shown on narrow screens only, where the list of languages is cut short. */
  narrow?: boolean;
};

/** The column that stands at the same place on every page. */
export type ShellHelp = {
  title: string;
  text: ReactNode;
  phone: { href: string; text: string };
  /** Hours, text number, relay and British Sign Language lines. */
  lines: readonly ReactNode[];
};

type ShellProps = {
  skip: string;
  /** Name of the bar for those who hear the page. */
  languages?: { label: string; items: readonly LanguageItem[] };
  /** Other formats and the person's account, at the end of the bar. */
  utilities?: { label: string; items: readonly ShellLink[]; children?: ReactNode };
  /** `lang` is that of the name and the line below it, where it is not the page's. */
  brand: { href: string; name: string; tagline?: string; logo?: ReactNode; lang?: string };
  /** `folded` is the word under which many links lie on phones; wide screens show them all. */
  nav: { label: string; items: readonly NavItem[]; folded?: string };
  /** A line under the header, such as a PhaseBanner. */
  banner?: ReactNode;
  help: ShellHelp;
  columns: readonly { title: string; items: readonly ShellLink[] }[];
  small: ReactNode;
  /** Facts for other programs, on `main`. */
  facts?: Record<`data-${string}`, string>;
  children: ReactNode;
};

function Bar({ languages, utilities }: Pick<ShellProps, "languages" | "utilities">) {
  if (!languages && !utilities) return null;
  return (
    <div className="rh-bar">
      <div className="rh-wrap rh-bar__row">
        {languages && <LanguageNav aria-label={languages.label} items={languages.items} />}
        {utilities && (
          <nav aria-label={utilities.label}>
            <ul>
              {utilities.items.map(({ href, text, lang, narrow }) => (
                <li key={href} className={narrow ? "rh-bar__narrow" : undefined}>
                  <a href={href} lang={lang}>
                    {text}
                  </a>
                </li>
              ))}
              {utilities.children && <li>{utilities.children}</li>}
            </ul>
          </nav>
        )}
      </div>
    </div>
  );
}

function Nav({ label, items, folded }: ShellProps["nav"]) {
  const links = (
    <ul>
      {items.map(({ href, text, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? "page" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
  if (!folded)
    return (
      <nav className="rh-nav" aria-label={label}>
        {links}
      </nav>
    );
  return (
    <nav className="rh-nav rh-nav--folded" aria-label={label}>
      <details>
        <summary>{folded}</summary>
        {links}
      </details>
    </nav>
  );
}

function Header({ brand, nav, banner }: Pick<ShellProps, "brand" | "nav" | "banner">) {
  return (
    <header className="rh-header">
      <div className="rh-wrap rh-header__row">
        <a className="rh-logo" href={brand.href}>
          {brand.logo ?? <Logo />}
          <span lang={brand.lang}>
            <span className="rh-logo__name">{brand.name} </span>
            {brand.tagline && <span className="rh-logo__tagline">{brand.tagline}</span>}
          </span>
        </a>
        <Nav {...nav} />
      </div>
      {banner && <div className="rh-phase">{banner}</div>}
    </header>
  );
}

function Footer({ help, columns, small }: Pick<ShellProps, "help" | "columns" | "small">) {
  return (
    <footer className="rh-footer">
      <Band />
      <div className="rh-wrap">
        <div className="rh-footer__grid">
          <div>
            <h2>{help.title}</h2>
            <p>{help.text}</p>
            <a className="rh-footer__phone" href={help.phone.href} dir="ltr">
              {help.phone.text}
            </a>
            {help.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
              <p key={at}>{line}</p>
            ))}
          </div>
          {columns.map(({ title, items }) => (
            <div key={title} className="rh-footer__links">
              <h2>{title}</h2>
              <ul>
                {items.map(({ href, text, lang }) => (
                  <li key={href}>
                    <a href={href} lang={lang}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <div className="rh-footer__small">{small}</div>
      </div>
    </footer>
  );
}

/** Everything around a page, the same on every page: skip link, languages, header, `main`, help and links. */
export function Shell({ skip, facts, children, ...rest }: ShellProps) {
  return (
    <>
      <SkipLink href="#main">{skip}</SkipLink>
      <Bar {...rest} />
      <Header {...rest} />
      <main id="main" tabIndex={-1} {...facts}>
        {children}
      </main>
      <Footer {...rest} />
    </>
  );
}
