import type { ReactNode } from "react";

type TimelineItem = {
  title: ReactNode;
  /** The day or moment for machines. */
  dateTime: string;
  /** The same in words. */
  date: string;
  /** Whose act it was, by role. */
  by?: ReactNode;
  children?: ReactNode;
};

/** What happened, in order. */
export function Timeline({
  items,
  headingLevel = 3,
}: {
  items: readonly TimelineItem[];
  headingLevel?: 2 | 3 | 4;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="rh-timeline">
      {items.map(({ title, dateTime, date, by, children }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two things may happen in one moment; the list never moves
        <li key={`${dateTime} ${at}`}>
          <Heading>{title}</Heading>
          <p className="rh-timeline__by">
            <time dateTime={dateTime}>{date}</time>
            {by && <>, {by}</>}
          </p>
          {children}
        </li>
      ))}
    </ol>
  );
}
