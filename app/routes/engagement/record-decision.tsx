import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { missingErrors } from "~/features/engagement/links";
import { may } from "~/features/engagement/may";
import { PartFields } from "~/features/engagement/PartFields";
import { DECISION_FIELDS } from "~/features/engagement/parts";
import { findForStaff, typedOfConsultation } from "~/features/engagement/read-staff.server";
import { recordDecision } from "~/features/engagement/record-decision.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, refuseFor, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

const TITLE = "The decision";

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
  const result = await recordDecision(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=decided`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "over") return redirect(`/manage/engagement/${slug}`, 303);
  if (result.reason === "not_ready")
    return refuseFor(args.context, missingErrors(slug, result.missing), typed);
  return refuse(args.context, typed, result.fields);
}

export default function RecordDecision() {
  const { slug, title, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="Written down once, after answers were considered. It stands on the page for everyone who answered."
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/engagement/${slug}/decision`} noValidate>
        <FormToken />
        <PartFields asked={DECISION_FIELDS} typed={refused?.typed ?? now} fields={refused?.fields ?? {}} />
        <Button>Write it down</Button>
      </form>
    </Page>
  );
}
