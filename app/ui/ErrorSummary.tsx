import type { ReactNode } from "react";
import { useWords } from "./words";

/** One thing that is wrong. `href` is `#` and the id of the field; the words are the field's own message. */
export type SummaryError = { text: string; href?: string };

type ErrorSummaryProps = {
  errors: readonly SummaryError[];
  /** Defaults to "There is a problem". */
  title?: ReactNode;
  description?: ReactNode;
  /** Whether the page opens with the keyboard here, as it must after a form came back; off only in pictures of it. */
  focus?: boolean;
};

/** Everything that is wrong with a form, first in `main`; nothing when there are no errors. */
export function ErrorSummary({ errors, title, description, focus = true }: ErrorSummaryProps) {
  const word = useWords();
  if (!errors.length && !description) return null;
  return (
    <div
      className="govuk-error-summary"
      data-module="govuk-error-summary"
      tabIndex={focus ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: after a failed send the person must meet what is wrong, without scripts too
      autoFocus={focus}
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title ?? word("errorTitle")}</h2>
        <div className="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li key={`${href} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
