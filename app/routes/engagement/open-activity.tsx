import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ElectionNote } from "~/features/engagement/ElectionNote";
import { missingErrors } from "~/features/engagement/links";
import { may } from "~/features/engagement/may";
import { openActivity } from "~/features/engagement/open-activity.server";
import { getChecklist } from "~/features/engagement/read-checklist.server";
import { findForStaff } from "~/features/engagement/read-staff.server";
import { daysWords } from "~/features/engagement/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuseFor } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Open it?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.activity)) throw forbidden();
  const { slug, title, state, opensDay, closesDay } = seen.activity;
  if (state !== "draft" && state !== "planned") throw redirect(`/manage/engagement/${slug}`);
  const { toOpen, clashes, daysOpen } = await getChecklist(ctx, seen);
  return { slug, title, days: daysWords(opensDay, closesDay), daysOpen, toOpen, clashes };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const result = await openActivity(ctx, { slug });
  if (result.ok) return redirect(`/manage/engagement/${slug}?done=opened`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "not_ready") return refuseFor(args.context, missingErrors(slug, result.missing));
  return redirect(`/manage/engagement/${slug}`, 303);
}

export default function OpenActivity() {
  const { slug, title, days, daysOpen, toOpen, clashes } = useLoaderData<typeof loader>();
  const lacking = useActionData<typeof action>()?.lacking ?? [];
  return (
    <Page
      title="Open it?"
      caption={title}
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={lacking.length > 0 && <ErrorSummary title="It can’t open yet" errors={lacking} />}
    >
      <div className="rh-narrow">
        <ElectionNote clashes={clashes} />
        <p>
          Answers are taken from {days}: {daysOpen} in all. They close at midnight on the last day, whatever
          else. Once it is open, nothing that it opens with can be taken away.
        </p>
        {toOpen.length > 0 && lacking.length === 0 && (
          <>
            <p>Before that, these are missing:</p>
            <ul className="rh-list">
              {missingErrors(slug, toOpen).map(({ text, href }) => (
                <li key={text}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <form method="post" action={`/manage/engagement/${slug}/open`}>
          <FormToken />
          <ButtonRow>
            <Button>Open it</Button>
            <ButtonLink href={`/manage/engagement/${slug}`} variant="secondary">
              Not yet
            </ButtonLink>
          </ButtonRow>
        </form>
      </div>
    </Page>
  );
}
