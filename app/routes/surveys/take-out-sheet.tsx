import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/surveys/may";
import { findSheet } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { takeOutSheet } from "~/features/surveys/take-out-sheet.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.heading);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "", sheet = "" } = args.params;
  const seen = await findForStaff(ctx, slug);
  const found = seen && (await findSheet(ctx, seen.survey.id, sheet));
  if (!seen || !found?.response) throw missing();
  if (!may.enter(ctx.actor, seen.survey)) throw forbidden();
  const at = `/manage/surveys/${slug}/sheets/${batch}`;
  return { at, sheet, title: seen.survey.title, heading: `Take sheet ${sheet} out?` };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "", sheet = "" } = args.params;
  const gone = await takeOutSheet(ctx, { slug, code: sheet });
  const at = `/manage/surveys/${slug}/sheets/${batch}`;
  if (gone.ok) return redirect(`${at}?done=out`, 303);
  if (gone.reason === "not_allowed") throw forbidden();
  if (gone.reason === "missing") throw missing();
  return redirect(`${at}/${sheet}`, 303);
}

export default function TakeOutSheet() {
  const { at, sheet, title, heading } = useLoaderData<typeof loader>();
  const here = useHere();
  return (
    <Page title={heading} caption={title} back={{ href: `${at}/${sheet}`, text: "Back to the sheet" }}>
      <form method="post" action={here}>
        <FormToken />
        <p>What was typed from it is deleted and no longer counted. The sheet itself can be typed again.</p>
        <ButtonRow>
          <Button variant="warning">Take it out</Button>
          <ButtonLink href={`${at}/${sheet}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
