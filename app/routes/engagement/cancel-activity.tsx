import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelActivity } from "~/features/engagement/cancel-activity.server";
import { may } from "~/features/engagement/may";
import { findForStaff } from "~/features/engagement/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one } from "~/ui/typed";

const TITLE = "Call this activity off?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.activity)) throw forbidden();
  const { slug, title, state } = seen.activity;
  if (state !== "planned" && state !== "open") throw redirect(`/manage/engagement/${slug}`);
  return { slug, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await cancelActivity(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=cancelled`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return redirect(`/manage/engagement/${slug}`, 303);
}

export default function CancelActivity() {
  const { slug, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.reason?.[0];
  return (
    <Page
      title={TITLE}
      caption={title}
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#reason" }]} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/engagement/${slug}/cancel`} noValidate>
        <FormToken />
        <p>
          This can’t be undone. No more answers are taken; its page stays and gives your reason. Its events go
          on: cancel them one by one, so that everyone who booked is told.
        </p>
        <Textarea
          name="reason"
          label="Why is it called off?"
          hint="Everyone can read this."
          error={error}
          defaultValue={one(refused?.typed ?? {}, "reason")}
          rows={3}
        />
        <ButtonRow>
          <Button variant="warning">Call it off</Button>
          <ButtonLink href={`/manage/engagement/${slug}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
