import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/engagement/may";
import { listPlans } from "~/features/engagement/read.server";
import { daysWords, dayWords } from "~/features/engagement/staff-words";
import { dayOf } from "~/platform/london";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Engagement plans");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  return { plans: await listPlans(ctx), mayEdit: may.editPlan(ctx.actor) };
}

export default function Plans() {
  const { plans, mayEdit } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Engagement plans"
      back={{ href: "/manage/engagement", text: "Engagement" }}
      head={
        mayEdit && (
          <p>
            <ButtonLink href="/manage/engagement/plans/new">Make a plan</ButtonLink>
          </p>
        )
      }
    >
      {plans.length === 0 ? (
        <EmptyState title="There is no plan yet">
          <p>Every activity is part of a plan, so begin with one.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Plans, the last to begin first"
          captionHidden
          cards
          rows={plans}
          rowKey={(plan) => plan.id}
          columns={[
            {
              header: "Plan",
              cell: (plan) => <a href={`/manage/engagement/plans/${plan.slug}`}>{plan.title}</a>,
            },
            { header: "Period", cell: (plan) => daysWords(plan.fromDay, plan.toDay) },
            { header: "Version", numeric: true, cell: (plan) => plan.version },
            { header: "Changed", cell: (plan) => dayWords(dayOf(plan.changedAt)) },
          ]}
        />
      )}
    </Page>
  );
}
