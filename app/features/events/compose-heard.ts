import type { HeardContent, HeardQuote, HeardStep, HeardTheme } from "~/db/tables/events-heard";
import { mayRepublish, publishCount, publishShare } from "~/features/figures/gate";
import type { FeedbackCounts } from "./read-feedback.server";
import type { ThemeCount } from "./read-notes.server";

/** Something that somebody allowed us to print: whose it is, the words, and the themes that it is about. */
export type Quotable = HeardQuote & { themes: string[] };

/** Everything that a page is made from: true numbers, which pass the gate here. */
export type HeardParts = {
  summary: string;
  quotes: readonly string[];
  quotable: readonly Quotable[];
  notes: number;
  came: number | null;
  themes: readonly ThemeCount[];
  steps: readonly HeardStep[];
  feedback: FeedbackCounts;
  /** No form can come in any more, so the next figure is the same as this one. */
  feedbackIsOver: boolean;
  /** The figures of the version before, and how many forms they came from. */
  before: { feedback: HeardContent["feedback"]; forms: number } | null;
  paid: { pence: number; people: number };
};

/** A page as it may be published, and how many forms its figures come from (null: it has none). */
export function composeHeard(parts: HeardParts): { content: HeardContent; forms: number | null } {
  const chosen = parts.quotes.flatMap((source) => parts.quotable.find((one) => one.source === source) ?? []);
  const placed = new Set<string>();
  const themes = parts.themes.map((theme): HeardTheme => {
    const quotes = chosen.filter((one) => one.themes.includes(theme.slug) && !placed.has(one.source));
    for (const { source } of quotes) placed.add(source);
    const [worked, hard, next] = theme.by;
    const { slug, label, plainLabel, notes } = theme;
    const agreeing = publishCount(theme.agreeing).text;
    return { slug, label, plainLabel, worked, hard, next, notes, agreeing, quotes: quotes.map(bare) };
  });
  const { feedback, forms } = figuresOf(parts);
  const { summary, notes, steps, paid } = parts;
  const payees = publishCount(paid.people);
  return {
    forms,
    content: {
      summary,
      notes,
      people: parts.came === null ? null : publishCount(parts.came).text,
      themes,
      otherQuotes: chosen.filter((one) => !placed.has(one.source)).map(bare),
      steps: [...steps],
      feedback,
      // Of a few people, the sum would tell what each of them had.
      paid: payees.value ? { pence: paid.pence, people: payees.text } : null,
    },
  };
}

const bare = ({ source, text }: Quotable): HeardQuote => ({ source, text });

/** How it was, for those who answered; as it was published before where the difference would tell on a few. */
function figuresOf({ feedback, feedbackIsOver, before }: HeardParts) {
  if (!feedbackIsOver) return { feedback: null, forms: null };
  if (before?.feedback && !mayRepublish(before.forms, feedback.forms)) {
    return { feedback: before.feedback, forms: before.forms };
  }
  const base = publishCount(feedback.forms);
  if (!base.value) return { feedback: null, forms: null };
  const top = (tally: FeedbackCounts["rating"]) => {
    const high = tally.counts.filter(({ code }) => code >= "4").reduce((n, one) => n + one.n, 0);
    return publishShare(high, tally.answered);
  };
  return {
    feedback: { base: base.text, rated: top(feedback.rating), hadSay: top(feedback.hadSay) },
    forms: feedback.forms,
  };
}
