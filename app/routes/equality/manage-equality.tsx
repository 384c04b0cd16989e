import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EqualityNav } from "~/features/equality/EqualityNav";
import { may } from "~/features/equality/may";
import { listYears } from "~/features/equality/read-who-answered.server";
import { yearWords } from "~/features/equality/rules";
import { plainDay } from "~/platform/london";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Who we hear");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.see(ctx.actor)) throw forbidden();
  return { years: await listYears(ctx) };
}

export default function ManageEquality() {
  const { years } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Who we hear"
      lede="What people said about themselves, after a survey or after saving a place. Nobody sees single answers: not here, and nowhere else."
      head={<EqualityNav current="years" />}
    >
      <Table
        caption="Financial years"
        captionSize="m"
        cards
        rows={years}
        rowKey={({ year }) => year}
        columns={[
          {
            header: "Year",
            cell: ({ year, edition, isOver }) => (
              <>
                <a href={`/manage/equality/${year}`}>{yearWords(year)}</a>{" "}
                {edition ? (
                  <Tag colour="green">Published</Tag>
                ) : isOver ? (
                  <Tag>To publish</Tag>
                ) : (
                  <Tag>Running</Tag>
                )}
              </>
            ),
          },
          {
            header: "Edition",
            cell: ({ edition }) =>
              edition ? `${edition.number}, ${plainDay(edition.publishedAt)}` : "None yet",
          },
        ]}
      />
    </Page>
  );
}
