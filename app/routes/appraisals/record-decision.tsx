import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { named } from "~/features/appraisals/appraisal-words";
import { BoxList } from "~/features/appraisals/BoxList";
import { may } from "~/features/appraisals/may";
import { findForStaff, findSettled, listOptions } from "~/features/appraisals/read.server";
import { recordDecision } from "~/features/appraisals/record-decision.server";
import { orderOf, SETTLED_BOXES } from "~/features/appraisals/staff-words";
import { typedOfSettled } from "~/features/appraisals/typed-of";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { inOrder, one } from "~/ui/typed";

const TITLE = "The decision";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, question, state, decider } = seen.appraisal;
  const settled = await findSettled(ctx, id);
  const isOpen = state === "closed" || (state === "published" && !settled);
  if (!isOpen) throw redirect(`/manage/options/${slug}`);
  const options = (await listOptions(ctx, id)).map((one) => ({ value: one.id, label: named(one) }));
  return { slug, question, decider, options, isOut: state === "published", now: typedOfSettled(settled) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await recordDecision(ctx, { slug, typed });
  if (!done.ok && done.reason === "over") return redirect(`/manage/options/${slug}`, 303);
  return follow(args.context, typed, done, `/manage/options/${slug}?done=decided`);
}

export default function RecordDecision() {
  const { slug, question, decider, options, isOut, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, ["option", ...orderOf(SETTLED_BOXES)]);
  const typed = refused?.typed ?? now;
  return (
    <Page
      title={TITLE}
      caption={question}
      lede={`Of: ${decider}. ${isOut ? "The result is published, so it is written down once." : "It can be changed until the result is published."}`}
      back={{ href: `/manage/options/${slug}`, text: "Back to the appraisal" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <Radios
          name="option"
          legend="Which option was chosen?"
          legendSize="s"
          value={one(typed, "option")}
          error={refused?.fields.option?.[0]}
          items={[...options, { value: "", label: "None of them", id: "option-none" }]}
        />
        <BoxList boxes={SETTLED_BOXES} typed={typed} fields={refused?.fields ?? {}} />
        <Button>Write it down</Button>
      </form>
    </Page>
  );
}
