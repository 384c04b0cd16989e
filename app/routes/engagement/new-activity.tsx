import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ACTIVITY_ORDER, ActivityFields } from "~/features/engagement/ActivityFields";
import { createActivity } from "~/features/engagement/create-activity.server";
import { reachOf } from "~/features/engagement/may";
import { getActivityChoices } from "~/features/engagement/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add an activity");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "organise").length === 0) throw forbidden();
  return { choices: await getActivityChoices(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const result = await createActivity(ctx, { typed });
  if (result.ok) return redirect(`/manage/engagement/${result.slug}?done=created`, 303);
  return refuse(args.context, typed, result.fields);
}

export default function NewActivity() {
  const { choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, ACTIVITY_ORDER);
  return (
    <Page
      title="Add an activity"
      lede="It is saved as a draft first. Nobody but staff sees it until you announce it."
      back={{ href: "/manage/engagement", text: "Engagement" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow rh-parts" method="post" action="/manage/engagement/new" noValidate>
        <FormToken />
        <ActivityFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save the draft</Button>
      </form>
    </Page>
  );
}
