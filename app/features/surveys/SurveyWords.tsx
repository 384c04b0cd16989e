import type { Worded } from "./texts";

/** A text of a survey; marked as English where the page is in another language and it has no translation. */
export function SurveyWords({ of }: { of: Worded }) {
  return of.english ? (
    <span lang="en" dir="ltr">
      {of.text}
    </span>
  ) : (
    of.text
  );
}

/** A longer text: each paragraph of it. */
export function SurveyParagraphs({ of }: { of: Worded }) {
  return of.text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((paragraph) => (
      <p key={paragraph} lang={of.english ? "en" : undefined} dir={of.english ? "ltr" : undefined}>
        {paragraph}
      </p>
    ));
}
