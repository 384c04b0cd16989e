import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reachOf } from "~/features/engagement/may";
import { OUTREACH_ORDER, OutreachFields } from "~/features/engagement/OutreachFields";
import { getOutreachChoices } from "~/features/engagement/read-outreach.server";
import { recordOutreach } from "~/features/engagement/record-outreach.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Write down a visit";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "outreach").length === 0) throw forbidden();
  return { choices: await getOutreachChoices(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const result = await recordOutreach(ctx, { typed });
  if (result.ok) return redirect(`/manage/engagement/outreach/${result.id}?done=outreach_saved`, 303);
  return refuse(args.context, typed, result.fields);
}

export default function NewOutreach() {
  const { choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, OUTREACH_ORDER);
  return (
    <Page
      title={TITLE}
      back={{ href: "/manage/engagement/outreach", text: "Outreach log" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action="/manage/engagement/outreach/new" noValidate>
        <FormToken />
        <OutreachFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
