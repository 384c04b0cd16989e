import type { ReactNode } from "react";
import type { Palette } from "./palettes";
import { type TagItem, Tags } from "./Tags";

type DateCardProps = {
  href: string;
  title: ReactNode;
  /** The moment for machines, such as `2027-01-12T18:30`. */
  dateTime: string;
  weekday: string;
  day: string;
  month: string;
  palette?: Palette;
  lines?: readonly ReactNode[];
  tags?: readonly TagItem[];
  headingLevel?: 2 | 3;
  lang?: string;
  dir?: "ltr" | "rtl";
};

/** Something that happens on a day: its date, a link, a few lines and tags. The whole card can be pressed. */
export function DateCard({
  href,
  title,
  dateTime,
  weekday,
  day,
  month,
  palette = "green",
  lines = [],
  tags = [],
  headingLevel = 3,
  lang,
  dir,
}: DateCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className="rh-date-card" data-palette={palette}>
      <time className="rh-date-card__date" dateTime={dateTime}>
        <span>{weekday} </span>
        {day}
        <span> {month}</span>
      </time>
      <div className="rh-date-card__body">
        <Heading lang={lang} dir={dir}>
          <a href={href}>{title}</a>
        </Heading>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
          <p key={at}>{line}</p>
        ))}
        <Tags items={tags} />
      </div>
    </article>
  );
}
