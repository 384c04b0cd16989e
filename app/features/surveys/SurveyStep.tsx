import type { ReactNode } from "react";
import { BackLink } from "~/ui/BackLink";
import { Section } from "~/ui/Section";
import { SurveyWords } from "./SurveyWords";
import type { Worded } from "./texts";

type SurveyStepProps = {
  survey: Worded;
  section?: Worded;
  /** Where in the survey: "Page 3 of 7". */
  place?: string;
  back?: { href: string; text?: ReactNode };
  /** An error summary. */
  notice?: ReactNode;
  /** Holds the page's heading. */
  children: ReactNode;
};

/** The frame of one step of a survey: quiet, with the question as its heading. */
export function SurveyStep({ survey, section, place, back, notice, children }: SurveyStepProps) {
  return (
    <>
      {notice && <div className="rh-wrap rh-notice">{notice}</div>}
      <Section tight>
        <div className="rh-narrow">
          {back && <BackLink href={back.href}>{back.text}</BackLink>}
          <p className="rh-page-head__caption">
            <SurveyWords of={survey} />
            {section && (
              <>
                {" · "}
                <SurveyWords of={section} />
              </>
            )}
            {place && ` · ${place}`}
          </p>
          {children}
        </div>
      </Section>
    </>
  );
}
