import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DECISION_ACTS, decisionActIn } from "~/features/appraisals/acts";
import { BoxList } from "~/features/appraisals/BoxList";
import { may } from "~/features/appraisals/may";
import { findDecision } from "~/features/appraisals/read-decisions.server";
import { redateDecision } from "~/features/appraisals/redate-decision.server";
import { settleDecision } from "~/features/appraisals/settle-decision.server";
import { orderOf } from "~/features/appraisals/staff-words";
import { withdrawDecision } from "~/features/appraisals/withdraw-decision.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.words.title);

const VERBS = { date: redateDecision, outcome: settleDecision, withdraw: withdrawDecision };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const act = decisionActIn(args.params.act);
  const seen = may.work(ctx.actor) ? await findDecision(ctx, args.params.slug ?? "") : null;
  if (!seen || !act) throw missing();
  const { decision } = seen;
  if (!may.edit(ctx.actor, decision)) throw forbidden();
  if (decision.decidedDay || decision.withdrawnDay) throw redirect(`/manage/decisions/${decision.slug}`);
  return { slug: decision.slug, question: decision.question, words: DECISION_ACTS[act] };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const act = decisionActIn(args.params.act);
  if (!act) throw missing();
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await VERBS[act](ctx, { slug, typed });
  if (!done.ok && done.reason === "over") return redirect(`/manage/decisions/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/decisions/${slug}?done=${act}`);
}

export default function ActOnDecision() {
  const { slug, question, words } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, orderOf(words.boxes));
  return (
    <Page
      title={words.title}
      caption={question}
      lede={words.lede}
      back={{ href: `/manage/decisions/${slug}`, text: "Back to the decision" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <BoxList boxes={words.boxes} typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
        <Button>{words.button}</Button>
      </form>
    </Page>
  );
}
