import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may, reachOf } from "~/features/surveys/may";
import { listForStaff } from "~/features/surveys/read-staff.server";
import { standingOf } from "~/features/surveys/rules";
import { STANDING_WORDS, timesWords } from "~/features/surveys/staff-words";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Surveys");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const reach = reachOf(ctx.actor, "edit");
  return {
    surveys: (await listForStaff(ctx)).map(({ survey, neighbourhood }) => ({
      slug: survey.slug,
      title: survey.title,
      standing: standingOf(survey, ctx.now),
      times: timesWords(survey),
      received: survey.received,
      linked: survey.anonymity === "linked",
      where: neighbourhood?.name ?? "Whole borough",
    })),
    makes: reach === "all" || reach.length > 0,
    discarded: new URL(args.request.url).searchParams.get("done") === "discarded",
  };
}

export default function ManageSurveys() {
  const { surveys, makes, discarded } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Surveys"
      notice={discarded && <NotificationBanner success>The draft is deleted.</NotificationBanner>}
      head={
        makes && (
          <ButtonRow>
            <ButtonLink href="/manage/surveys/new">Write a survey</ButtonLink>
            <a href="/manage/surveys/import">From a file</a>
          </ButtonRow>
        )
      }
    >
      {surveys.length === 0 ? (
        <EmptyState title="There is no survey yet" icon="talk">
          <p>Begin with a template: three questions take two minutes to set up.</p>
        </EmptyState>
      ) : (
        <Table
          caption="All surveys"
          cards
          rows={surveys}
          rowKey={({ slug }) => slug}
          columns={[
            {
              header: "Survey",
              cell: ({ slug, title, standing }) => (
                <>
                  <a href={`/manage/surveys/${slug}`}>{title}</a>{" "}
                  <Tag colour={STANDING_WORDS[standing].colour}>{STANDING_WORDS[standing].text}</Tag>
                </>
              ),
            },
            { header: "Open", cell: ({ times }) => times },
            { header: "Where", cell: ({ where }) => where },
            { header: "Answers", cell: ({ linked }) => (linked ? "Beside a name" : "Anonymous") },
            { header: "Responses", numeric: true, cell: ({ received }) => received },
          ]}
        />
      )}
    </Page>
  );
}
