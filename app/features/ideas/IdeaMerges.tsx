import type { ReactNode } from "react";
import { plainDay } from "~/platform/london";
import { Button } from "~/ui/Button";
import { InsetText } from "~/ui/InsetText";

type Linked = { id: string; slug: string; title: string };

type IdeaMergesProps = {
  board: string;
  idea: { slug: string };
  merged: readonly (Linked & { reason: string; at: Date })[];
  into: Linked | null;
  splits: readonly (Linked & { titleBefore: string; textBefore: string })[];
  arranges: boolean;
  proof: ReactNode;
};

/** What went into an idea, where it went itself, and what was made out of it; with the way back. */
export function IdeaMerges({ board, idea, merged, into, splits, arranges, proof }: IdeaMergesProps) {
  const at = (slug: string) => `/manage/ideas/${board}/${slug}`;
  const undo = (slug: string, title: string) =>
    arranges && (
      <form method="post" action={`${at(slug)}/unmerge`}>
        {proof}
        <Button variant="secondary" small>
          Take it out again<span className="govuk-visually-hidden">: {title}</span>
        </Button>
      </form>
    );
  return (
    <>
      {into && (
        <InsetText>
          <p>
            It was joined to <a href={at(into.slug)}>{into.title}</a>. Its old address leads there.
          </p>
          {undo(idea.slug, into.title)}
        </InsetText>
      )}
      {merged.length > 0 && <h2>Ideas that were joined to it</h2>}
      {merged.map((one) => (
        <InsetText key={one.id}>
          <p>
            <a href={at(one.slug)}>{one.title}</a>, on {plainDay(one.at)}. {one.reason}
          </p>
          {undo(one.slug, one.title)}
        </InsetText>
      ))}
      {splits.map((one) => (
        <InsetText key={one.id}>
          <p>
            A part of it became <a href={at(one.slug)}>{one.title}</a>. Before, it said:
          </p>
          <blockquote>
            <p>{one.titleBefore}</p>
            <p>{one.textBefore}</p>
          </blockquote>
        </InsetText>
      ))}
    </>
  );
}
