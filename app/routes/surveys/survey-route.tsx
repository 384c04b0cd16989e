import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { faultsOf } from "~/features/surveys/faults";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { routePages } from "~/features/surveys/route-picture";
import { SurveyNav } from "~/features/surveys/SurveyNav";
import { SurveyRoute } from "~/features/surveys/SurveyRoute";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

const TITLE = "The way through the questions";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { slug, title, draft } = seen.survey;
  const wrong = faultsOf(draft).filter(({ kind }) => kind === "loop" || kind === "dead_end").length;
  return { slug, survey: title, pages: routePages(draft), wrong };
}

export default function RouteOfSurvey() {
  const { slug, survey, pages, wrong } = useLoaderData<typeof loader>();
  const found =
    wrong === 1 ? "1 dead end or circle is marked." : `${wrong} dead ends and circles are marked.`;
  return (
    <Page
      title={TITLE}
      caption={survey}
      lede={`What stands to the side is only for some. ${wrong === 0 ? "There is no dead end and no circle." : found}`}
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
    >
      <SurveyNav slug={slug} current="route" />
      {pages.length > 0 ? (
        <SurveyRoute pages={pages} />
      ) : (
        <EmptyState title="There is no question yet" headingLevel={2} icon="talk">
          <p>The way is drawn as soon as there is one.</p>
        </EmptyState>
      )}
    </Page>
  );
}
