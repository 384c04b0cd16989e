import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClaimTable } from "~/features/events/ClaimTable";
import { reachOf } from "~/features/events/may";
import { pounds } from "~/features/events/money";
import { listOpenClaims, sumPayments } from "~/features/events/read-claims.server";
import { counted } from "~/features/events/staff-words";
import { plainDay } from "~/platform/london";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Payments");

const MOST = 100;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "organise").length === 0) throw forbidden();
  return { open: await listOpenClaims(ctx, MOST), paid: await sumPayments(ctx) };
}

export default function Payments() {
  const { open, paid } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Payments"
      lede={`Paid so far: ${pounds(paid.all.pence)} to ${counted(paid.all.people, "person", "people")}.`}
      back={{ href: "/manage", text: "What is waiting for you" }}
    >
      <h2>Waiting for you</h2>
      {open.length > 0 ? (
        <ClaimTable caption="Claims that wait" rows={open} withEvent />
      ) : (
        <EmptyState title="No claim waits" headingLevel={3}>
          <p>Claims stand here until they are approved and paid.</p>
        </EmptyState>
      )}
      {paid.events.length > 0 && (
        <>
          <h2>Paid, event by event</h2>
          <Table
            caption="Paid, event by event"
            captionHidden
            cards
            rows={paid.events}
            rowKey={(row) => row.slug}
            columns={[
              {
                header: "Event",
                cell: (row) => <a href={`/manage/events/${row.slug}/payments`}>{row.title}</a>,
              },
              { header: "Day", cell: (row) => plainDay(row.startsAt) },
              { header: "People", numeric: true, cell: (row) => row.people },
              { header: "Paid", numeric: true, cell: (row) => pounds(row.pence) },
            ]}
          />
        </>
      )}
    </Page>
  );
}
