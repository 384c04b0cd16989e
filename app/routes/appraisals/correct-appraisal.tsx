import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoxList } from "~/features/appraisals/BoxList";
import { correctAppraisal } from "~/features/appraisals/correct-appraisal.server";
import { may } from "~/features/appraisals/may";
import { findForStaff } from "~/features/appraisals/read.server";
import { CORRECTION_BOXES, orderOf } from "~/features/appraisals/staff-words";
import { typedOfAppraisal } from "~/features/appraisals/typed-of";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Correct the page";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { slug, question, state } = seen.appraisal;
  if (state !== "published") throw redirect(`/manage/options/${slug}`);
  return { slug, question, now: typedOfAppraisal(seen) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await correctAppraisal(ctx, { slug, typed });
  if (!done.ok && done.reason === "over") return redirect(`/manage/options/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/options/${slug}?done=corrected`);
}

export default function CorrectAppraisal() {
  const { slug, question, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, orderOf(CORRECTION_BOXES));
  return (
    <Page
      title={TITLE}
      caption={question}
      lede="Numbers never change. What stood there before, and your note, stay on the page."
      back={{ href: `/manage/options/${slug}`, text: "Back to the appraisal" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <BoxList boxes={CORRECTION_BOXES} typed={refused?.typed ?? now} fields={refused?.fields ?? {}} />
        <Button>Correct it</Button>
      </form>
    </Page>
  );
}
