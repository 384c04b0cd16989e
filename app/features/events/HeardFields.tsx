import { Checkboxes } from "~/ui/Checkboxes";
import { Textarea } from "~/ui/Textarea";
import { one, type Refused } from "~/ui/typed";
import { LONGEST } from "./after";
import type { Quotable } from "./compose-heard";

type HeardFieldsProps = {
  slug: string;
  page: { summary: string; quotes: string[] } | null;
  quotable: readonly Quotable[];
  /** What each theme is called, by its slug. */
  themeNames: Readonly<Record<string, string>>;
  refused: Refused | undefined;
};

/** What staff write themselves on a "what we heard" page: the first sentences, and which quotes stand on it. */
export function HeardFields({ slug, page, quotable, themeNames, refused }: HeardFieldsProps) {
  const chosen = refused ? [refused.typed.quotes ?? []].flat() : (page?.quotes ?? []);
  return (
    <>
      <div className="rh-narrow">
        <Textarea
          name="summary"
          label="In short"
          labelSize="m"
          hint="Two or three plain sentences: what people came for, what they said most, and what comes of it."
          error={refused?.fields.summary?.[0]}
          defaultValue={refused ? one(refused.typed, "summary") : page?.summary}
          rows={6}
          maxLength={LONGEST.summary}
        />
      </div>
      {quotable.length > 0 ? (
        <Checkboxes
          name="quotes"
          legend="Quotes"
          legendSize="m"
          hint="Only words that their writers let us print, and that somebody has read. Three to six are enough, 12 at most."
          error={refused?.fields.quotes?.[0]}
          small
          values={chosen}
          items={quotable.map(({ source, text, themes }) => ({
            value: source,
            label: <bdi>{text}</bdi>,
            hint: themes.map((theme) => themeNames[theme] ?? theme).join(", ") || undefined,
          }))}
        />
      ) : (
        <p>Nobody has said yet that we may print their words, or nobody has read them.</p>
      )}
      {(page?.quotes.length ?? 0) > 0 && (
        <p>
          <a href={`/manage/events/${slug}/heard/withdraw-quote`}>Somebody takes a quote back</a>
        </p>
      )}
    </>
  );
}
