import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TEAM } from "~/features/events/may";
import { listReviews } from "~/features/people/read-remembered.server";
import { getPeriods } from "~/features/places/read.server";
import { plainDay } from "~/platform/london";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

const TITLE = "What we remember: does it still hold?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...TEAM);
  const rows = await listReviews(ctx);
  const months = (await getPeriods(ctx)).needsReviewMonths;
  return { months, rows: rows.map(({ review, person }) => ({ review, id: person.id, name: person.name })) };
}

export default function NeedReviews() {
  const { rows, months } = useLoaderData<typeof loader>();
  return (
    <Page
      title={TITLE}
      lede={`People who asked us to remember their needs are asked every ${months} months, in the form that they need. If they answer by phone or in person, write it down here.`}
      back={{ href: "/manage/needs", text: "What people need" }}
    >
      {rows.length === 0 ? (
        <EmptyState title="Everyone has answered" icon="sun">
          <p>When it is time to ask somebody again, they stand here until they answer.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Waiting for an answer"
          captionHidden
          cards
          rows={rows}
          rowKey={({ review }) => review.id}
          columns={[
            {
              header: "Who",
              cell: ({ id, name }) => (
                <a href={`/manage/needs/people/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              ),
            },
            { header: "Asked", cell: ({ review }) => plainDay(review.askedAt) },
            { header: "Answer by", cell: ({ review }) => plainDay(review.dueAt) },
            {
              header: "State",
              cell: ({ review }) =>
                review.state === "asked" ? (
                  <Tag colour="blue">Asked</Tag>
                ) : (
                  <Tag colour="red">Not confirmed</Tag>
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
