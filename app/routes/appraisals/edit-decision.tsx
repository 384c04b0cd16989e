import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoxList } from "~/features/appraisals/BoxList";
import { editDecision } from "~/features/appraisals/edit-decision.server";
import { may } from "~/features/appraisals/may";
import { findDecision } from "~/features/appraisals/read-decisions.server";
import { DECISION_BOXES, orderOf } from "~/features/appraisals/staff-words";
import { typedOfDecision } from "~/features/appraisals/typed-of";
import { listNeighbourhoods } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Change the words";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = may.work(ctx.actor) ? await findDecision(ctx, args.params.slug ?? "") : null;
  if (!seen) throw missing();
  const { decision } = seen;
  if (!may.edit(ctx.actor, decision)) throw forbidden();
  if (decision.decidedDay || decision.withdrawnDay) throw redirect(`/manage/decisions/${decision.slug}`);
  return {
    slug: decision.slug,
    question: decision.question,
    now: typedOfDecision(seen),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await editDecision(ctx, { slug, typed });
  if (!done.ok && done.reason === "over") return redirect(`/manage/decisions/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/decisions/${slug}?done=saved`);
}

export default function EditDecision() {
  const { slug, question, now, neighbourhoods } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, orderOf(DECISION_BOXES));
  return (
    <Page
      title={TITLE}
      caption={question}
      back={{ href: `/manage/decisions/${slug}`, text: "Back to the decision" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <BoxList
          boxes={DECISION_BOXES}
          typed={refused?.typed ?? now}
          fields={refused?.fields ?? {}}
          neighbourhoods={neighbourhoods}
        />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
