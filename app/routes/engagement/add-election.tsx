import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addElection } from "~/features/engagement/add-election.server";
import { may } from "~/features/engagement/may";
import { PartFields } from "~/features/engagement/PartFields";
import { ELECTION_FIELDS } from "~/features/engagement/parts";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add an election");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.setPeriods(ctx.actor)) throw forbidden();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const result = await addElection(ctx, { typed });
  if (result.ok) return redirect("/manage/engagement/settings?done=settings_saved", 303);
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function AddElection() {
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title="Add an election"
      back={{ href: "/manage/engagement/settings", text: "Times and elections" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action="/manage/engagement/settings/elections/new" noValidate>
        <FormToken />
        <PartFields asked={ELECTION_FIELDS} typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
