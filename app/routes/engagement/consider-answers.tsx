import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { considerAnswers } from "~/features/engagement/consider-answers.server";
import { may } from "~/features/engagement/may";
import { PartFields } from "~/features/engagement/PartFields";
import { CONSIDERED_FIELDS } from "~/features/engagement/parts";
import { findForStaff, typedOfConsultation } from "~/features/engagement/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

const TITLE = "How answers were considered";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen?.consultation) throw missing();
  if (!may.decide(ctx.actor, seen.activity)) throw forbidden();
  const { slug, title } = seen.activity;
  if (seen.consultation.decidedDay) throw redirect(`/manage/engagement/${slug}`);
  return { slug, title, now: typedOfConsultation(seen.consultation) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await considerAnswers(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=considered`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "over") return redirect(`/manage/engagement/${slug}`, 303);
  if (result.reason === "still_open") {
    return refuse(args.context, typed, { "": ["Answers can still come in: wait until they have closed"] });
  }
  return refuse(args.context, typed, result.fields);
}

export default function ConsiderAnswers() {
  const { slug, title, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="Everyone who answered can read this. No decision is written down before it."
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/engagement/${slug}/considered`} noValidate>
        <FormToken />
        <PartFields asked={CONSIDERED_FIELDS} typed={refused?.typed ?? now} fields={refused?.fields ?? {}} />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
