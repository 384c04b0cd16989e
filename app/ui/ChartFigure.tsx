import { type ReactNode, useId } from "react";
import { Details } from "./Details";

type ChartFigureProps = {
  title: ReactNode;
  /** What it shows, in a sentence. */
  says?: ReactNode;
  children: ReactNode;
  /** What the link to the table says, and the table. */
  table?: { summary: string; body: ReactNode };
  note?: ReactNode;
};

/** A chart with its heading, what it shows in words, and the same numbers as a table. */
export function ChartFigure({ title, says, children, table, note }: ChartFigureProps) {
  const id = useId();
  return (
    <figure className="rh-chart" aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        {says && <p>{says}</p>}
      </figcaption>
      {children}
      {note && <p className="rh-note">{note}</p>}
      {table && <Details summary={table.summary}>{table.body}</Details>}
    </figure>
  );
}
