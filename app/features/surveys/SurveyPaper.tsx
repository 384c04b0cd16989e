import { asEnglish } from "~/platform/locales";
import { Box, Lines, PaperQuestion } from "./PaperQuestion";
import type { PrintedForm } from "./read-form.server";
import { SurveyParagraphs, SurveyWords } from "./SurveyWords";

type SurveyPaperProps = {
  form: PrintedForm;
  /** The code of this sheet; none on a form that anybody prints. */
  code?: string;
  /** The heading of this sheet names the page. */
  first: boolean;
};

/** A form to fill in on paper, page by page: each with its code and where in the sheet it belongs. */
export function SurveyPaper({ form, code, first }: SurveyPaperProps) {
  const Heading = first ? "h1" : "h2";
  return (
    <article className="rh-paper" data-size={form.size} lang={form.locale} dir={form.dir}>
      {form.pages.map((blocks, at) => (
        <div key={form.places[at]} className="rh-paper__page">
          <p className="rh-paper__head">
            {code ? (
              <strong className="rh-reference" dir="ltr">
                {code}
              </strong>
            ) : (
              <SurveyWords of={form.title} />
            )}
            <span>{form.places[at]}</span>
          </p>
          {at === 0 && (
            <>
              <Heading className="govuk-heading-l">
                <SurveyWords of={form.title} />
              </Heading>
              <PaperIntro form={form} coded={code !== undefined} />
            </>
          )}
          {blocks.map((block) =>
            block.kind === "section" ? (
              <div key={block.key} className="rh-paper__section">
                <h2>
                  <SurveyWords of={block.title} />
                </h2>
                {block.rule && <p className="rh-paper__jump">{block.rule}</p>}
                {block.text && <SurveyParagraphs of={block.text} />}
              </div>
            ) : (
              <PaperQuestion key={block.key} block={block} form={form} />
            ),
          )}
          {at === form.pages.length - 1 && (
            <>
              {form.quote && (
                <section className="rh-paper__question">
                  <h3>{form.quote.title}</h3>
                  <p>{form.quote.hint}</p>
                  <p className="rh-paper__box">
                    <Box />
                    {form.quote.box}
                  </p>
                </section>
              )}
              <p className="rh-paper__end">
                <strong>{form.end}</strong> <SurveyWords of={form.whatNext} />
              </p>
            </>
          )}
        </div>
      ))}
    </article>
  );
}

function PaperIntro({ form, coded }: { form: PrintedForm; coded: boolean }) {
  const { back, how, kept, who } = form;
  return (
    <>
      {form.intro.map((one) => (
        <SurveyParagraphs key={one.text} of={one} />
      ))}
      <p>
        <strong>{kept.title}.</strong> {kept.text} {coded && form.code}
      </p>
      <p>{how.join(" ")}</p>
      <p className="rh-paper__back">
        <strong>{back.by}</strong> <bdi {...asEnglish(form.locale)}>{back.address}</bdi>. {back.ring}
      </p>
      {who.map((word) => (
        <div key={word} className="rh-paper__short">
          {word} <Lines count={1} />
        </div>
      ))}
    </>
  );
}
