import type { ReactNode } from "react";
import { Button } from "./Button";
import { useWords } from "./words";

type Chosen = { text: string; removeHref: string };

type FilterPanelProps = {
  title: string;
  /** Where the GET form goes: the address of the list itself. */
  action: string;
  /** Words of the button, such as "Show events". */
  apply: string;
  chosenTitle: string;
  chosen?: readonly Chosen[];
  clear: { href: string; text: string };
  /** The fields. */
  children: ReactNode;
  /** Whether the fields show at first; what is chosen always shows. */
  open?: boolean;
};

/** Narrows the list below it. The address keeps the choice; each chosen filter is a link that takes it away. */
export function FilterPanel({
  title,
  action,
  apply,
  chosenTitle,
  chosen = [],
  clear,
  children,
  open = false,
}: FilterPanelProps) {
  const word = useWords();
  return (
    <section className="rh-filter" aria-label={title}>
      <details className="rh-filter__box" open={open}>
        <summary>
          <span className="rh-filter__title">{title}</span>
        </summary>
        <form className="rh-filter__form" action={action} method="get">
          <div className="rh-filter__fields">{children}</div>
          <Button>{apply}</Button>
        </form>
      </details>
      {chosen.length > 0 && (
        <div className="rh-filter__chosen">
          <h2>{chosenTitle}</h2>
          <ul>
            {chosen.map(({ text, removeHref }) => (
              <li key={removeHref}>
                <a href={removeHref}>
                  <span className="govuk-visually-hidden">{word("removeFilter")}: </span>
                  {text}
                  <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                    <path d="M1 1l8 8M9 1l-8 8" />
                  </svg>
                </a>
              </li>
            ))}
          </ul>
          <a href={clear.href}>{clear.text}</a>
        </div>
      )}
    </section>
  );
}
