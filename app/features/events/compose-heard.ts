import type { HeardContent, HeardQuote, HeardStep, HeardTheme } from "~/db/tables/events-heard";
import type { GatedTable, Share } from "~/db/tables/figures";
import { FEW, publishCount } from "~/features/figures/published";
import { shareOf } from "~/features/figures/share";
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
  /** What was published of the feedback, and the edition's id (null: it is not out yet). Null while forms come in. */
  feedback: { tables: readonly GatedTable[]; edition: string | null } | null;
  paid: { pence: number; people: number };
};

/** A page as it may be published. */
export function composeHeard(parts: HeardParts): HeardContent {
  const chosen = parts.quotes.flatMap((source) => parts.quotable.find((one) => one.source === source) ?? []);
  const placed = new Set<string>();
  const themes = parts.themes.map((theme): HeardTheme => {
    const quotes = chosen.filter((one) => one.themes.includes(theme.slug) && !placed.has(one.source));
    for (const { source } of quotes) placed.add(source);
    const [worked, hard, next] = theme.by;
    const { slug, label, plainLabel, notes } = theme;
    const agreeing = publishCount(theme.agreeing);
    return { slug, label, plainLabel, worked, hard, next, notes, agreeing, quotes: quotes.map(bare) };
  });
  const { summary, notes, steps, paid } = parts;
  const payees = publishCount(paid.people);
  return {
    summary,
    notes,
    people: parts.came === null ? null : publishCount(parts.came),
    themes,
    otherQuotes: chosen.filter((one) => !placed.has(one.source)).map(bare),
    steps: [...steps],
    feedback: feedbackOf(parts.feedback),
    // Of a few people, the sum would tell what each of them had.
    paid: payees.value ? { pence: paid.pence, people: payees } : null,
  };
}

const bare = ({ source, text }: Quotable): HeardQuote => ({ source, text });

/** How it was, for those who answered; nothing of fewer than 8 forms. */
function feedbackOf(feedback: HeardParts["feedback"]): HeardContent["feedback"] {
  const [rated, hadSay] = ["rating", "say"].map((id) => feedback?.tables.find((table) => table.id === id));
  const base = rated?.rows.at(-1)?.all.people;
  if (!feedback || !rated || !hadSay || !base?.value) return null;
  return { base, rated: bestOf(rated), hadSay: bestOf(hadSay), edition: feedback.edition };
}

/** The share of the two best answers. */
function bestOf({ rows }: GatedTable): Share {
  const people = (code: string) => rows.find(({ heading }) => heading?.code === code)?.all.people ?? FEW;
  return shareOf(people("high"), people("answered"));
}
