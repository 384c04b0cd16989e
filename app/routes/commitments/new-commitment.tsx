import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addCommitment } from "~/features/commitments/add-commitment.server";
import { COMMITMENT_ORDER, CommitmentFields } from "~/features/commitments/CommitmentFields";
import { may } from "~/features/commitments/may";
import { getCommitmentChoices } from "~/features/commitments/read-choices.server";
import { dayOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Write a commitment down";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  return { choices: await getCommitmentChoices(ctx), today: dayOf(ctx.now) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const typed = await typedIn(args.request);
  const made = await addCommitment(ctx, { typed });
  if (made.ok) return redirect(`/manage/commitments/${made.number}?done=made`, 303);
  return refuse(args.context, typed, made.fields);
}

export default function NewCommitment() {
  const { choices, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, COMMITMENT_ORDER);
  return (
    <Page
      title={TITLE}
      lede="It is public at once and stays in the register for good. If nobody owns it yet or it has no date, write it down all the same: it stands on the list of those that need one."
      back={{ href: "/manage/commitments", text: "Back to commitments" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow rh-parts" method="post" action="/manage/commitments/new" noValidate>
        <FormToken />
        <CommitmentFields
          typed={refused?.typed ?? { madeDay: today, kind: "dated", precision: "day" }}
          fields={refused?.fields ?? {}}
          {...choices}
        />
        <Button>Put it into the register</Button>
      </form>
    </Page>
  );
}
