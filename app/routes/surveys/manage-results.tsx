import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countsFrom } from "~/features/surveys/answer-counts";
import { may } from "~/features/surveys/may";
import { listVersions } from "~/features/surveys/read.server";
import { countAnswers } from "~/features/surveys/read-results.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { questionId, standingOf } from "~/features/surveys/rules";
import { trueResults } from "~/features/surveys/staff-results";
import { TrueResults } from "~/features/surveys/TrueResults";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { InsetText } from "~/ui/InsetText";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { SubNav } from "~/ui/SubNav";

const DONE: Readonly<Record<string, string>> = {
  new: "Published, with a new edition of the numbers.",
  same: "Published. The numbers have not changed.",
  held: "The words are published. The numbers stay as they are: the difference would tell what a few people said.",
};

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Results");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || seen.survey.state === "draft") throw missing();
  const { survey } = seen;
  const query = new URL(args.request.url).searchParams;
  const counts = countsFrom(await countAnswers(ctx, survey.id));
  const versions = (await listVersions(ctx, survey.id)).map(({ questionnaire }) => questionnaire);
  return {
    id: survey.id,
    slug: survey.slug,
    title: survey.title,
    received: survey.received,
    stored: counts.total,
    resultsAt: survey.resultsAt,
    by: query.get("by"),
    done: DONE[query.get("done") ?? ""],
    publishes: standingOf(survey, ctx.now) === "closed" && may.publishResults(ctx.actor, survey),
    results: trueResults(versions, counts, query.get("by")),
  };
}

export default function ManageResults() {
  const data = useLoaderData<typeof loader>();
  const { id, slug, title, received, stored, resultsAt, by, done, publishes, results } = data;
  const at = `/manage/surveys/${slug}`;
  return (
    <Page
      title="Results"
      caption={title}
      back={{ href: at, text: "Back to the survey" }}
      notice={done && <NotificationBanner success>{done}</NotificationBanner>}
      head={
        <ButtonRow>
          {publishes && (
            <ButtonLink href={`${at}/results/publish`}>
              {resultsAt ? "Publish again" : "Publish results"}
            </ButtonLink>
          )}
          {resultsAt && <a href={`/surveys/${slug}/results`}>The public page, since {plainDay(resultsAt)}</a>}
        </ButtonRow>
      }
    >
      <InsetText>
        These are true numbers, for staff alone. Don’t copy them anywhere: a small number can give a person
        away. What may be shown to others is on the public page once results are published.
      </InsetText>
      <p>
        {received.toLocaleString("en-GB")} {received === 1 ? "response has" : "responses have"} come.
        {stored < received &&
          ` ${received - stored} of them wait until there are ten, so that nobody can tell who came when.`}
      </p>
      {stored === 0 ? (
        <EmptyState title="Nothing to count yet" headingLevel={2} icon="talk">
          <p>Answers are counted when ten people have answered, or when the survey closes.</p>
        </EmptyState>
      ) : (
        <>
          {results.breakdowns.length > 0 && (
            <SubNav
              label="Told apart by"
              items={[
                { href: `${at}/results`, text: "Everybody", current: results.groups.length === 0 },
                ...results.breakdowns.map(({ key, title }) => ({
                  href: `${at}/results?by=${key}`,
                  text: title,
                  current: by === key,
                })),
              ]}
            />
          )}
          <h2>Question by question</h2>
          <TrueResults
            results={results}
            answerAt={
              resultsAt ? (key) => `/manage/responses/survey_question/${questionId(id, key)}` : undefined
            }
          />
        </>
      )}
    </Page>
  );
}
