import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { createPlan } from "~/features/engagement/create-plan.server";
import { may } from "~/features/engagement/may";
import { PlanFields, planErrors } from "~/features/engagement/PlanFields";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Make a plan");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.editPlan(ctx.actor)) throw forbidden();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const result = await createPlan(ctx, { typed });
  if (result.ok) return redirect(`/manage/engagement/plans/${result.slug}?done=plan_created`, 303);
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function NewPlan() {
  const refused = useActionData<typeof action>();
  const errors = planErrors(refused);
  return (
    <Page
      title="Make a plan"
      back={{ href: "/manage/engagement/plans", text: "All plans" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action="/manage/engagement/plans/new" noValidate>
        <FormToken />
        <PlanFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
        <Button>Save the plan</Button>
      </form>
    </Page>
  );
}
