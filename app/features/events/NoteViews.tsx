import { QUESTIONS } from "./after";
import type { NoteFilter, NoteView } from "./read-notes.server";
import { QUESTION_WORDS } from "./staff-words";

type NoteViewsProps = {
  counts: { all: number; waiting: number; clear: number; carried: number; setAside: number };
  filter: NoteFilter;
  address: (change: Record<string, string | undefined>) => string;
};

/** The lists that notes are worked through in, and the three questions to narrow each by. */
export function NoteViews({ counts, filter, address }: NoteViewsProps) {
  const views: [NoteView, string][] = [
    ["waiting", `To be read (${counts.waiting})`],
    ["no_theme", "Without a theme"],
    ["not_carried", `Not carried on (${counts.clear - counts.carried})`],
    ["all", `All (${counts.all})`],
    ["set_aside", `Set aside (${counts.setAside})`],
  ];
  return (
    <nav aria-label="Lists of notes" className="rh-no-print">
      <ul className="rh-views">
        {views.map(([view, text]) => (
          <li key={view}>
            <a href={address({ view })} aria-current={view === filter.view ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <ul className="rh-views">
        {[undefined, ...QUESTIONS].map((question) => (
          <li key={question ?? "all"}>
            <a href={address({ question })} aria-current={question === filter.question ? "true" : undefined}>
              {question ? QUESTION_WORDS[question] : "All three questions"}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
