import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { discardSurvey } from "~/features/surveys/discard-survey.server";
import { may } from "~/features/surveys/may";
import { findForStaff } from "~/features/surveys/read-staff.server";
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
  if (!may.edit(ctx.actor, seen.survey)) throw forbidden();
  const { slug, title, state } = seen.survey;
  if (state !== "draft") throw redirect(`/manage/surveys/${slug}`, 303);
  return { slug, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const gone = await discardSurvey(ctx, { slug });
  if (gone.ok) return redirect("/manage/surveys?done=discarded", 303);
  if (gone.reason === "missing") throw missing();
  if (gone.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/surveys/${slug}`, 303);
}

export default function DiscardSurvey() {
  const { slug, title } = useLoaderData<typeof loader>();
  return (
    <Page title={TITLE} caption={title} back={{ href: `/manage/surveys/${slug}`, text: "Back to the draft" }}>
      <form method="post" action={`/manage/surveys/${slug}/discard`}>
        <FormToken />
        <p>Nobody but staff has seen it. Its questions go too. This can’t be undone.</p>
        <ButtonRow>
          <Button variant="warning">Delete the draft</Button>
          <ButtonLink href={`/manage/surveys/${slug}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
