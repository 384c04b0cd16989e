import { classes } from "~/ui/classes";
import { InsetText } from "~/ui/InsetText";
import { SurveyQuestion } from "./SurveyQuestion";
import { SurveyParagraphs } from "./SurveyWords";
import type { ShownQuestion } from "./shown";
import type { Worded } from "./texts";

type PreviewedPage = {
  key: string;
  section: { title: Worded; text: Worded | null } | undefined;
  rule: string | null;
  questions: readonly { shown: ShownQuestion; rule: string | null }[];
};

type SurveyPreviewProps = { survey: string; pages: readonly PreviewedPage[]; phone: boolean };

/** Every page of a survey as people will see it, each in a frame of a phone's width or a desk's. */
export function SurveyPreview({ survey, pages, phone }: SurveyPreviewProps) {
  return (
    <ol className={classes("rh-preview", phone && "rh-preview--phone")}>
      {pages.map((page, n) => (
        <li key={page.key}>
          <p className="rh-page-head__caption">
            {[survey, page.section?.title.text, `Page ${n + 1} of ${pages.length}`]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {page.rule && <InsetText>Only if {page.rule}</InsetText>}
          {page.section?.text && <SurveyParagraphs of={page.section.text} />}
          {page.questions.map(({ shown, rule }) => (
            <div key={shown.key}>
              {rule && <InsetText>Only if {rule}</InsetText>}
              <SurveyQuestion question={shown} alone={false} typed={{}} fields={{}} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
