import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pagesOf } from "~/features/surveys/questionnaire";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { SurveyQuestion } from "~/features/surveys/SurveyQuestion";
import { shownIn } from "~/features/surveys/shown";
import { ruleWords } from "~/features/surveys/staff-words";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { InsetText } from "~/ui/InsetText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { draft, slug, title } = seen.survey;
  const shown = shownIn(draft, "en");
  return {
    slug,
    title: `Preview: ${title}`,
    pages: pagesOf(draft).map((page) => ({
      key: page.key,
      section: page.section ? shown.section(page.section)?.title.text : undefined,
      questions: page.questions.map((question) => ({
        shown: shown.question(question),
        rule: ruleWords(question.showWhen, draft),
      })),
    })),
  };
}

export default function PreviewSurvey() {
  const { slug, title, pages } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      lede="Every page of the draft, one below the other. Nothing is sent from here. Make the window narrow to see it as on a phone."
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
    >
      <div className="rh-narrow rh-parts">
        {pages.map((page, n) => (
          <section key={page.key} aria-label={`Page ${n + 1}`}>
            <p className="rh-page-head__caption">
              {page.section && `${page.section} · `}Page {n + 1} of {pages.length}
            </p>
            {page.questions.map(({ shown, rule }) => (
              <div key={shown.key}>
                {rule && <InsetText>Only if {rule}</InsetText>}
                <SurveyQuestion question={shown} alone={false} typed={{}} fields={{}} />
              </div>
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
}
