import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import { useWords } from "./words";

type Crumb = { text: ReactNode; href?: string };

type BreadcrumbsProps = Omit<ComponentPropsWithoutRef<"nav">, "children"> & { items: readonly Crumb[] };

/** Where a page lies in the site. An item without `href` is the page itself. Never beside a back link. */
export function Breadcrumbs({ items, className, ...rest }: BreadcrumbsProps) {
  const word = useWords();
  return (
    <nav aria-label={word("breadcrumb")} {...rest} className={classes("govuk-breadcrumbs", className)}>
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ text, href }) =>
          href ? (
            <li key={href} className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ) : (
            <li key="here" className="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
