import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { useWords } from "./words";

type PageLink = { href: string; text?: string; label?: string };

type PageItem = { number: number; href: string; current?: boolean; label?: string } | "gap";

type PaginationProps = Omit<ComponentPropsWithoutRef<"nav">, "children"> & {
  previous?: PageLink;
  next?: PageLink;
  /** Numbered pages; left out where pages are keyed by what comes before or after. */
  items?: readonly PageItem[];
  /** Names the list of pages where there are two on a page. */
  label?: string;
};

const paths = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

function Icon({ type }: { type: "prev" | "next" }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={paths[type]} />
    </svg>
  );
}

function ArrowLink({ link, type, block }: { link: PageLink; type: "prev" | "next"; block: boolean }) {
  const word = useWords();
  return (
    <div className={`govuk-pagination__${type}`}>
      <a className="govuk-link govuk-pagination__link" href={link.href} rel={type}>
        {(block || type === "prev") && <Icon type={type} />}
        <span
          className={classes(
            "govuk-pagination__link-title",
            block && !link.label && "govuk-pagination__link-title--decorated",
          )}
        >
          {link.text ?? (
            <>
              {word(type === "prev" ? "previous" : "next")}
              <span className="govuk-visually-hidden"> {word("pageWord")}</span>
            </>
          )}
        </span>
        {link.label && block && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!block && type === "next" && <Icon type={type} />}
      </a>
    </div>
  );
}

/** The pages of a long list, as numbers or only as before and after. */
export function Pagination({ previous, next, items, label, className, ...rest }: PaginationProps) {
  const word = useWords();
  const block = !items && Boolean(previous || next);
  return (
    <nav
      aria-label={label ?? word("pagination")}
      {...rest}
      className={classes("govuk-pagination", block && "govuk-pagination--block", className)}
    >
      {previous && <ArrowLink link={previous} type="prev" block={block} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map((item, at) =>
            item === "gap" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name and never moves
              <li key={`gap ${at}`} className="govuk-pagination__item govuk-pagination__item--ellipsis">
                ⋯
              </li>
            ) : (
              <li
                key={item.number}
                className={classes(
                  "govuk-pagination__item",
                  item.current && "govuk-pagination__item--current",
                )}
              >
                <a
                  className="govuk-link govuk-pagination__link"
                  href={item.href}
                  aria-label={item.label ?? word("page", { number: item.number })}
                  aria-current={item.current ? "page" : undefined}
                >
                  {item.number}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {next && <ArrowLink link={next} type="next" block={block} />}
    </nav>
  );
}
