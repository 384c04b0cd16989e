import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pagesOf } from "~/features/surveys/questionnaire";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { SurveyNav } from "~/features/surveys/SurveyNav";
import { SurveyPreview } from "~/features/surveys/SurveyPreview";
import { shownIn } from "~/features/surveys/shown";
import { ruleWords } from "~/features/surveys/staff-words";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { SubNav } from "~/ui/SubNav";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { draft, slug, title } = seen.survey;
  const shown = shownIn(draft, "en");
  return {
    slug,
    survey: title,
    title: `Preview: ${title}`,
    phone: new URL(args.request.url).searchParams.get("as") === "phone",
    pages: pagesOf(draft).map((page) => {
      const section = page.section ? draft.sections.find(({ key }) => key === page.section) : undefined;
      return {
        key: page.key,
        section: shown.section(page.section),
        rule: ruleWords(section?.showWhen ?? null, draft),
        questions: page.questions.map((question) => ({
          shown: shown.question(question),
          rule: ruleWords(question.showWhen, draft),
        })),
      };
    }),
  };
}

export default function PreviewSurvey() {
  const { slug, survey, title, phone, pages } = useLoaderData<typeof loader>();
  const at = `/manage/surveys/${slug}/preview`;
  return (
    <Page
      title={title}
      lede="Every page of the draft, one below the other. Nothing is sent from here."
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
    >
      <SurveyNav slug={slug} current="preview" />
      <SubNav
        label="How wide"
        items={[
          { href: at, text: "As on a desk", current: !phone },
          { href: `${at}?as=phone`, text: "As on a phone", current: phone },
        ]}
      />
      {pages.length > 0 ? (
        <SurveyPreview survey={survey} pages={pages} phone={phone} />
      ) : (
        <EmptyState title="There is no question yet" headingLevel={2} icon="talk">
          <p>Write one, and it shows here as people will see it.</p>
        </EmptyState>
      )}
    </Page>
  );
}
