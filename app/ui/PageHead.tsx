import type { ReactNode } from "react";
import { BackLink } from "./BackLink";
import { classes } from "./classes";
import type { Palette } from "./palettes";
import { Strip } from "./Strip";

type PageHeadProps = {
  title: ReactNode;
  /** A line above the title that says what it belongs to. */
  caption?: ReactNode;
  lede?: ReactNode;
  back?: { href: string; text?: ReactNode };
  breadcrumbs?: ReactNode;
  /** Tints the ground with a neighbourhood's colours. */
  palette?: Palette;
  /** Draws its tiles beside the title on wide screens. Needs a palette. */
  seed?: number;
  /** Facts, tags or buttons below the lede. */
  children?: ReactNode;
  lang?: string;
  dir?: "ltr" | "rtl";
};

/** The top of a page: the way back, the one h1, a sentence, and what matters most. */
export function PageHead({
  title,
  caption,
  lede,
  back,
  breadcrumbs,
  palette,
  seed,
  children,
  lang,
  dir,
}: PageHeadProps) {
  return (
    <div className={classes("rh-page-head", palette && "rh-page-head--tint")} data-palette={palette}>
      <div className="rh-wrap">
        {palette && seed !== undefined && (
          <div className="rh-page-head__art">
            <Strip palette={palette} seed={seed} columns={6} rows={5} />
          </div>
        )}
        {breadcrumbs}
        {back && <BackLink href={back.href}>{back.text}</BackLink>}
        {caption && <span className="rh-page-head__caption">{caption}</span>}
        <h1 lang={lang} dir={dir}>
          {title}
        </h1>
        {lede && (
          <p className="rh-lede" lang={lang} dir={dir}>
            {lede}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
