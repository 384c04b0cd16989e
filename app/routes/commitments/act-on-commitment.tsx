import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ACT_ORDER, ActFields } from "~/features/commitments/ActFields";
import { addEvidence } from "~/features/commitments/add-evidence.server";
import { correctCommitment } from "~/features/commitments/correct-commitment.server";
import { may } from "~/features/commitments/may";
import { ownCommitment } from "~/features/commitments/own-commitment.server";
import { findCommitment, listThemesOf } from "~/features/commitments/read.server";
import { getCommitmentChoices } from "~/features/commitments/read-choices.server";
import { findOffice } from "~/features/commitments/read-staff.server";
import { redateCommitment } from "~/features/commitments/redate-commitment.server";
import { reopenCommitment } from "~/features/commitments/reopen-commitment.server";
import { settleCondition } from "~/features/commitments/settle-condition.server";
import { inShort } from "~/features/commitments/shown";
import { ACT_LEDES, ACT_TITLES, isStaffAct, type StaffAct } from "~/features/commitments/staff-words";
import { typedNow } from "~/features/commitments/typed-now";
import { withdrawCommitment } from "~/features/commitments/withdraw-commitment.server";
import { dayOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const VERBS: Readonly<Record<StaffAct, typeof redateCommitment>> = {
  owner: ownCommitment,
  date: redateCommitment,
  condition: settleCondition,
  evidence: addEvidence,
  reopen: reopenCommitment,
  correct: correctCommitment,
  withdraw: withdrawCommitment,
};

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data && ACT_TITLES[args.data.act]);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findCommitment(ctx, args.params.number ?? "");
  const act = args.params.act ?? "";
  if (!seen || !may.work(ctx.actor) || !isStaffAct(act)) throw missing();
  const { commitment } = seen;
  const allowed = act === "withdraw" ? may.withdraw : may.change;
  if (!allowed(ctx.actor, commitment)) throw forbidden();
  const themes = (await listThemesOf(ctx, commitment.id)).map(({ slug }) => slug);
  const office = await findOffice(ctx, commitment.officeId);
  return {
    act,
    number: commitment.number,
    said: inShort(commitment.said),
    has: { sourceWords: commitment.sourceWords !== null, condition: commitment.condition !== null },
    now: typedNow(act, seen, { today: dayOf(ctx.now), themes, office }),
    choices: await getCommitmentChoices(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const [number, act] = [Number(args.params.number), args.params.act ?? ""];
  if (!Number.isSafeInteger(number) || !isStaffAct(act)) throw missing();
  const typed = await typedIn(args.request);
  const done = await VERBS[act](ctx, { number, typed });
  if (done.ok) return redirect(`/manage/commitments/${number}?done=${act}`, 303);
  if (done.reason === "missing") throw missing();
  if (done.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, done.fields);
}

export default function ActOnCommitment() {
  const { act, number, said, has, now, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, ACT_ORDER);
  return (
    <Page
      title={ACT_TITLES[act]}
      caption={`Commitment ${number}: ${said}`}
      lede={ACT_LEDES[act]}
      back={{ href: `/manage/commitments/${number}`, text: "Back to the commitment" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/commitments/${number}/${act}`} noValidate>
        <FormToken />
        <ActFields
          act={act}
          has={has}
          choices={choices}
          typed={refused?.typed ?? now}
          fields={refused?.fields ?? {}}
        />
        <Button variant={act === "withdraw" ? "warning" : undefined}>
          {act === "withdraw" ? "Withdraw it for good" : "Save"}
        </Button>
      </form>
    </Page>
  );
}
