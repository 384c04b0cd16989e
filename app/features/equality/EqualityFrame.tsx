import type { ReactNode } from "react";
import { asEnglish, type Locale } from "~/platform/locales";
import { BackLink } from "~/ui/BackLink";
import { Section } from "~/ui/Section";

type EqualityFrameProps = {
  /** What was answered before: staff wrote it, in English. */
  caption: string;
  locale: Locale;
  place?: string;
  back?: string;
  /** An error summary. */
  notice?: ReactNode;
  /** Holds the page's heading. */
  children: ReactNode;
};

/** The quiet frame of one page of questions about oneself. */
export function EqualityFrame({ caption, locale, place, back, notice, children }: EqualityFrameProps) {
  return (
    <>
      {notice && <div className="rh-wrap rh-notice">{notice}</div>}
      <Section tight>
        <div className="rh-narrow">
          {back && <BackLink href={back} />}
          <p className="rh-page-head__caption">
            <span {...asEnglish(locale)}>{caption}</span>
            {place && ` · ${place}`}
          </p>
          {children}
        </div>
      </Section>
    </>
  );
}
