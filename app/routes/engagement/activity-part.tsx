import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/engagement/may";
import { PartFields } from "~/features/engagement/PartFields";
import { factsOfPart, partIn } from "~/features/engagement/parts";
import { findForStaff, typedPart } from "~/features/engagement/read-staff.server";
import { setOutActivity } from "~/features/engagement/set-out-activity.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.part.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  const name = partIn(args.params.part);
  if (!seen || !name || (factsOfPart(name).formal && !seen.consultation)) throw missing();
  if (!may.edit(ctx.actor, seen.activity)) throw forbidden();
  const { slug, title, state } = seen.activity;
  if (state === "done" || state === "cancelled") throw redirect(`/manage/engagement/${slug}`);
  return { slug, title, name, part: factsOfPart(name), now: typedPart(seen, name) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const part = partIn(args.params.part);
  if (!part) throw missing();
  const typed = await typedIn(args.request);
  const result = await setOutActivity(ctx, { slug, part, typed });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=saved`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  const closed = "Answers have closed, so this stays as people answered it";
  return refuse(args.context, typed, result.reason === "over" ? { "": [closed] } : result.fields);
}

export default function ActivityPart() {
  const { slug, title, name, part, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title={part.title}
      caption={title}
      lede={part.lede}
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/engagement/${slug}/${name}`} noValidate>
        <FormToken />
        <PartFields asked={part.fields} typed={refused?.typed ?? now} fields={refused?.fields ?? {}} />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
