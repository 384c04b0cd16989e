import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { reopenList } from "~/features/events/reopen-list.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Open the list again");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.reopenList(ctx.actor, seen.event)) throw forbidden();
  return { slug: seen.event.slug, title: seen.event.title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const reopened = await reopenList(ctx, { slug, typed });
  if (reopened.ok) return redirect(`/manage/events/${slug}?done=list_reopened`, 303);
  if (reopened.reason === "invalid") return refuse(args.context, typed, reopened.fields);
  if (reopened.reason === "not_closed") return redirect(`/manage/events/${slug}`, 303);
  throw reopened.reason === "missing" ? missing() : forbidden();
}

export default function ReopenList() {
  const { slug, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title="Open the list again"
      caption={title}
      lede="Until it is closed again, nobody counts as not having come."
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/reopen-list`} noValidate>
        <FormToken />
        <Textarea
          name="reason"
          label="Why is it opened again?"
          hint="Kept with the event. Leave out names."
          rows={3}
          error={refused?.fields.reason?.[0]}
          defaultValue={refused && one(refused.typed, "reason")}
        />
        <ButtonRow>
          <Button>Open the list again</Button>
          <ButtonLink href={`/manage/events/${slug}`} variant="secondary">
            Leave it closed
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
