import type { ReactNode } from "react";
import type { Palette } from "./palettes";
import { Strip } from "./Strip";
import { type TagItem, Tags } from "./Tags";

type LinkCardProps = {
  href: string;
  title: ReactNode;
  text?: ReactNode;
  palette: Palette;
  seed: number;
  tags?: readonly TagItem[];
  headingLevel?: 2 | 3;
  /** Of the title and the text. */
  lang?: string;
  dir?: "ltr" | "rtl";
};

/** A place or topic with its own strip of tiles. The whole card can be pressed. */
export function LinkCard({
  href,
  title,
  text,
  palette,
  seed,
  tags = [],
  headingLevel = 3,
  lang,
  dir,
}: LinkCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className="rh-link-card" data-palette={palette}>
      <Strip palette={palette} seed={seed} />
      <div className="rh-link-card__body">
        <Heading lang={lang} dir={dir}>
          <a href={href}>{title}</a>
        </Heading>
        {text && (
          <p lang={lang} dir={dir}>
            {text}
          </p>
        )}
        <Tags items={tags} />
      </div>
    </article>
  );
}
