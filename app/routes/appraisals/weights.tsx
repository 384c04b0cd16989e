import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeWeights } from "~/features/appraisals/change-weights.server";
import { may } from "~/features/appraisals/may";
import { findForStaff, listCriteria } from "~/features/appraisals/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

const TITLE = "Change weights";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, question, state } = seen.appraisal;
  if (state === "draft" || state === "published") throw redirect(`/manage/options/${slug}`);
  const criteria = await listCriteria(ctx, id);
  return { slug, question, criteria: criteria.map(({ label, weight }) => ({ label, weight })) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await changeWeights(ctx, { slug, typed });
  if (!done.ok && done.reason === "over") return redirect(`/manage/options/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/options/${slug}?done=weights`);
}

export default function Weights() {
  const { slug, question, criteria } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = summaryOf(refused);
  return (
    <Page
      title={TITLE}
      caption={question}
      back={{ href: `/manage/options/${slug}`, text: "Back to the appraisal" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <WarningText>
          People have begun to score. A change stands on the public page, with what the weights were and why.
        </WarningText>
        {criteria.map(({ label, weight }, at) => (
          <TextInput
            key={label}
            name={`weight-${at + 1}`}
            label={label}
            inputMode="numeric"
            width={3}
            error={refused?.fields[`weight-${at + 1}`]?.[0]}
            defaultValue={one(refused?.typed ?? {}, `weight-${at + 1}`, String(weight))}
          />
        ))}
        <Textarea
          name="reason"
          label="Why do they change?"
          rows={3}
          error={refused?.fields.reason?.[0]}
          defaultValue={one(refused?.typed ?? {}, "reason")}
        />
        <Button>Change the weights</Button>
      </form>
    </Page>
  );
}
