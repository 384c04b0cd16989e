import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityDone } from "~/features/engagement/ActivityDone";
import { doneIn } from "~/features/engagement/done";
import { may } from "~/features/engagement/may";
import { PlanCounts } from "~/features/engagement/PlanCounts";
import { PlanVersions } from "~/features/engagement/PlanVersions";
import { findPlan, listPlanVersions } from "~/features/engagement/read.server";
import { countPlan } from "~/features/engagement/read-staff.server";
import { daysWords } from "~/features/engagement/staff-words";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.plan.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const plan = may.work(ctx.actor) ? await findPlan(ctx, args.params.plan ?? "") : null;
  if (!plan) throw missing();
  return {
    plan,
    versions: await listPlanVersions(ctx, plan.id),
    counts: await countPlan(ctx, plan.id),
    mayEdit: may.editPlan(ctx.actor),
    done: doneIn(args.request.url),
  };
}

export default function Plan() {
  const { plan, versions, counts, mayEdit, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={plan.title}
      caption={`${daysWords(plan.fromDay, plan.toDay)}, version ${plan.version}`}
      back={{ href: "/manage/engagement/plans", text: "All plans" }}
      notice={done && <ActivityDone done={done} />}
      head={
        <ButtonRow>
          <ButtonLink href={`/manage/engagement?plan=${plan.slug}`} variant="secondary">
            Its activities
          </ButtonLink>
          {mayEdit && <a href={`/manage/engagement/plans/${plan.slug}/edit`}>Change the plan</a>}
        </ButtonRow>
      }
    >
      <PlanCounts counts={counts} />
      <h2>What it is to achieve</h2>
      <ul className="rh-list">
        {plan.objectives.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>Whom it means to involve</h2>
      <ul className="rh-list">
        {plan.audiences.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <PlanVersions versions={versions} />
    </Page>
  );
}
