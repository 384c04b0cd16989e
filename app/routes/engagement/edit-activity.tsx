import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ACTIVITY_ORDER, ActivityFields } from "~/features/engagement/ActivityFields";
import { editActivity } from "~/features/engagement/edit-activity.server";
import { may } from "~/features/engagement/may";
import { findForStaff, getActivityChoices, typedOf } from "~/features/engagement/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "About it and its days";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.activity)) throw forbidden();
  const { slug, title, state } = seen.activity;
  if (state === "done" || state === "cancelled") throw redirect(`/manage/engagement/${slug}`);
  return { slug, title, now: typedOf(seen), choices: await getActivityChoices(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await editActivity(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=saved`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "over") return redirect(`/manage/engagement/${slug}`, 303);
  return refuse(args.context, typed, result.fields);
}

export default function EditActivity() {
  const { slug, title, now, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, ACTIVITY_ORDER);
  return (
    <Page
      title={TITLE}
      caption={title}
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form
        className="rh-narrow rh-parts"
        method="post"
        action={`/manage/engagement/${slug}/about`}
        noValidate
      >
        <FormToken />
        <ActivityFields typed={refused?.typed ?? now} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
