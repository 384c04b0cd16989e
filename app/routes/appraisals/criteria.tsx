import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoxList } from "~/features/appraisals/BoxList";
import { CriteriaFields, criteriaOrder } from "~/features/appraisals/CriteriaFields";
import { may } from "~/features/appraisals/may";
import { findForStaff, listCriteria, listKindWeights } from "~/features/appraisals/read.server";
import { setCriteria } from "~/features/appraisals/set-criteria.server";
import { AGREED_BOXES, orderOf } from "~/features/appraisals/staff-words";
import { typedOfCriteria } from "~/features/appraisals/typed-of";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Criteria and weights";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, question, state } = seen.appraisal;
  if (state !== "draft") throw redirect(`/manage/options/${slug}`);
  const [criteria, kinds] = [await listCriteria(ctx, id), await listKindWeights(ctx, id)];
  return { slug, question, now: typedOfCriteria(seen.appraisal, criteria, kinds) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await setCriteria(ctx, { slug, typed });
  if (!done.ok && done.reason === "over") return redirect(`/manage/options/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/options/${slug}?done=criteria`);
}

export default function Criteria() {
  const { slug, question, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, [...criteriaOrder, ...orderOf(AGREED_BOXES)]);
  const shared = { typed: refused?.typed ?? now, fields: refused?.fields ?? {} };
  return (
    <Page
      title={TITLE}
      caption={question}
      lede="What options are judged by. The weights add up to 100, are agreed in the open, and are locked once people score. Leave what you don’t need empty."
      back={{ href: `/manage/options/${slug}`, text: "Back to the appraisal" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <CriteriaFields {...shared} />
        <BoxList boxes={AGREED_BOXES} {...shared} />
        <Button>Save criteria and weights</Button>
      </form>
    </Page>
  );
}
