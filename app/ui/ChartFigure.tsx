import type { ReactNode } from "react";
import { Details } from "./Details";

type ChartFigureProps = {
  /** One of its own on the page. */
  id: string;
  /** 3 beneath a heading of the page. */
  level?: 2 | 3;
  title: ReactNode;
  /** What it shows, in a sentence. */
  says?: ReactNode;
  children: ReactNode;
  /** What the link to the table says, and the table. */
  table?: { summary: string; body: ReactNode };
  note?: ReactNode;
};

/** A chart with its heading, what it shows in words, and the same numbers as a table. */
export function ChartFigure({ id: name, level = 2, title, says, children, table, note }: ChartFigureProps) {
  const id = `chart-${name.replace(/\W+/g, "-")}`;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="rh-chart" aria-labelledby={id}>
      <figcaption>
        <Heading id={id}>{title}</Heading>
        {says && <p>{says}</p>}
      </figcaption>
      {children}
      {note && <p className="rh-note">{note}</p>}
      {table && <Details summary={table.summary}>{table.body}</Details>}
    </figure>
  );
}
