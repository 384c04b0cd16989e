import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editPlan } from "~/features/engagement/edit-plan.server";
import { may } from "~/features/engagement/may";
import { PlanFields, planErrors } from "~/features/engagement/PlanFields";
import { findPlan } from "~/features/engagement/read.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Change the plan");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const plan = may.work(ctx.actor) ? await findPlan(ctx, args.params.plan ?? "") : null;
  if (!plan) throw missing();
  if (!may.editPlan(ctx.actor)) throw forbidden();
  const { slug, title, fromDay, toDay } = plan;
  const [objectives, audiences] = [plan.objectives.join("\n"), plan.audiences.join("\n")];
  return { slug, now: { title, fromDay, toDay, objectives, audiences } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.plan ?? "";
  const typed = await typedIn(args.request);
  const result = await editPlan(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/engagement/plans/${slug}?done=plan_changed`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function EditPlan() {
  const { slug, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = planErrors(refused);
  const fields = refused?.fields ?? {};
  return (
    <Page
      title="Change the plan"
      caption={now.title}
      lede="It becomes a new version. What it says now stays to be read."
      back={{ href: `/manage/engagement/plans/${slug}`, text: "Back to the plan" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/engagement/plans/${slug}/edit`} noValidate>
        <FormToken />
        <PlanFields typed={refused?.typed ?? now} fields={fields} />
        <Textarea
          name="reason"
          label="What changes, and why?"
          error={fields.reason?.[0]}
          defaultValue={one(refused?.typed ?? {}, "reason")}
          rows={3}
        />
        <Button>Save as a new version</Button>
      </form>
    </Page>
  );
}
