import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoxList } from "~/features/appraisals/BoxList";
import { editAppraisal } from "~/features/appraisals/edit-appraisal.server";
import { may } from "~/features/appraisals/may";
import { findForStaff } from "~/features/appraisals/read.server";
import { APPRAISAL_BOXES, orderOf } from "~/features/appraisals/staff-words";
import { typedOfAppraisal } from "~/features/appraisals/typed-of";
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

const titleOf = (isDraft: boolean) => (isDraft ? "Question, day and who decides" : "Method and next step");
/** What can still be written once people score. */
const LATE = ["method", "nextStep", "nextStepDay"];

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data && titleOf(args.data.isDraft));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { slug, question, state } = seen.appraisal;
  if (state === "published") throw redirect(`/manage/options/${slug}`);
  return {
    slug,
    question,
    isDraft: state === "draft",
    now: typedOfAppraisal(seen),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const seen = await findForStaff(ctx, slug);
  const typed = await typedIn(args.request);
  // Once people score, only some of it is asked: the rest stays as it is.
  const all = seen && seen.appraisal.state !== "draft" ? { ...typedOfAppraisal(seen), ...typed } : typed;
  const done = await editAppraisal(ctx, { slug, typed: all });
  if (!done.ok && done.reason === "over") return redirect(`/manage/options/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/options/${slug}?done=saved`);
}

export default function EditAppraisal() {
  const { slug, question, isDraft, now, neighbourhoods } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const boxes = isDraft ? APPRAISAL_BOXES : APPRAISAL_BOXES.filter(({ name }) => LATE.includes(name));
  const errors = inOrder(refused, orderOf(boxes));
  return (
    <Page
      title={titleOf(isDraft)}
      caption={question}
      back={{ href: `/manage/options/${slug}`, text: "Back to the appraisal" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <BoxList
          boxes={boxes}
          typed={refused?.typed ?? now}
          fields={refused?.fields ?? {}}
          neighbourhoods={neighbourhoods}
        />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
