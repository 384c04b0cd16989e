import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { discardActivity } from "~/features/engagement/discard-activity.server";
import { may } from "~/features/engagement/may";
import { findForStaff } from "~/features/engagement/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Delete this draft?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.activity)) throw forbidden();
  const { slug, title, state } = seen.activity;
  if (state !== "draft") throw redirect(`/manage/engagement/${slug}`);
  return { slug, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const result = await discardActivity(ctx, { slug });
  if (result.ok) return redirect("/manage/engagement?done=discarded", 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/engagement/${slug}`, 303);
}

export default function DiscardActivity() {
  const { slug, title } = useLoaderData<typeof loader>();
  return (
    <Page
      title={TITLE}
      caption={title}
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the draft" }}
    >
      <form method="post" action={`/manage/engagement/${slug}/discard`}>
        <FormToken />
        <p>Nobody but staff has seen it. This can’t be undone. Events that are part of it stay.</p>
        <ButtonRow>
          <Button variant="warning">Delete the draft</Button>
          <ButtonLink href={`/manage/engagement/${slug}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
