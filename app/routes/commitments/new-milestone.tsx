import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MILESTONE_ORDER, MilestoneFields } from "~/features/commitments/MilestoneFields";
import { may } from "~/features/commitments/may";
import { planMilestone } from "~/features/commitments/plan-milestone.server";
import { getMilestoneChoices } from "~/features/commitments/read-choices.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Plan a milestone";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.planMilestones(ctx.actor)) throw forbidden();
  return { choices: await getMilestoneChoices(ctx, null) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const made = await planMilestone(ctx, { typed });
  return follow(args.context, typed, made, "/manage/milestones?done=planned");
}

export default function NewMilestone() {
  const { choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, MILESTONE_ORDER);
  return (
    <Page
      title={TITLE}
      lede="It is public at once."
      back={{ href: "/manage/milestones", text: "Back to milestones" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action="/manage/milestones/new" noValidate>
        <FormToken />
        <MilestoneFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} {...choices} isNew />
        <Button>Put it into the plan</Button>
      </form>
    </Page>
  );
}
