import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { finishActivity } from "~/features/engagement/finish-activity.server";
import { missingErrors } from "~/features/engagement/links";
import { may } from "~/features/engagement/may";
import { medianOf } from "~/features/engagement/median";
import { OutcomeFields } from "~/features/engagement/OutcomeFields";
import { tallyRatings } from "~/features/engagement/read.server";
import { findForStaff, typedOutcome } from "~/features/engagement/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, refuseFor, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

const TITLE = "What happened";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.finish(ctx.actor, seen.activity)) throw forbidden();
  const { id, slug, title, plannedLevel } = seen.activity;
  const said = medianOf(await tallyRatings(ctx, id));
  return { slug, title, plannedLevel, said, now: typedOutcome(seen.activity) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await finishActivity(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=finished`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "over") return redirect(`/manage/engagement/${slug}`, 303);
  if (result.reason === "not_ready")
    return refuseFor(args.context, missingErrors(slug, result.missing), typed);
  return refuse(args.context, typed, result.fields);
}

export default function FinishActivity() {
  const { slug, title, plannedLevel, said, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="You lead it, so you say how much say people had. It stands beside what they say themselves."
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/engagement/${slug}/outcome`} noValidate>
        <FormToken />
        <OutcomeFields
          plannedLevel={plannedLevel}
          said={said}
          typed={refused?.typed ?? now}
          fields={refused?.fields ?? {}}
        />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
