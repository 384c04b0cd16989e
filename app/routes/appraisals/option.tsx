import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoxList } from "~/features/appraisals/BoxList";
import { may } from "~/features/appraisals/may";
import { putOption } from "~/features/appraisals/put-option.server";
import { findForStaff, listOptions } from "~/features/appraisals/read.server";
import { OPTION_BOXES, orderOf } from "~/features/appraisals/staff-words";
import { typedOfOption } from "~/features/appraisals/typed-of";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const idIn = (word: string | undefined) => (word === "new" ? null : (word ?? ""));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { id: appraisalId, slug, question, state } = seen.appraisal;
  if (state !== "draft") throw redirect(`/manage/options/${slug}`);
  const id = idIn(args.params.option);
  const option = (await listOptions(ctx, appraisalId)).find((one) => one.id === id);
  if (id !== null && !option) throw missing();
  return {
    slug,
    question,
    title: option ? `Change the option: ${option.title}` : "Add an option",
    now: option ? typedOfOption(option) : {},
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await putOption(ctx, { slug, id: idIn(args.params.option), typed });
  if (!done.ok && done.reason === "over") return redirect(`/manage/options/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/options/${slug}/options?done=option`);
}

export default function Option() {
  const { slug, question, title, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, orderOf(OPTION_BOXES));
  return (
    <Page
      title={title}
      caption={question}
      back={{ href: `/manage/options/${slug}/options`, text: "All options" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <BoxList boxes={OPTION_BOXES} typed={refused?.typed ?? now} fields={refused?.fields ?? {}} />
        <Button>Save the option</Button>
      </form>
    </Page>
  );
}
