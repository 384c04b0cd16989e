import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/surveys/may";
import { getVersion } from "~/features/surveys/read.server";
import { findSheet } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { SheetDifferences } from "~/features/surveys/SheetDifferences";
import { settleSheet } from "~/features/surveys/settle-sheet.server";
import { differencesOf } from "~/features/surveys/sheet-answers";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.heading);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "", sheet = "" } = args.params;
  const seen = await findForStaff(ctx, slug);
  const found = seen && (await findSheet(ctx, seen.survey.id, sheet));
  if (!seen || !found?.response) throw missing();
  if (!may.enter(ctx.actor, seen.survey)) throw forbidden();
  const at = `/manage/surveys/${slug}/sheets/${batch}`;
  const { second } = found.sheet;
  if (!second) throw redirect(`${at}/${sheet}`, 303);
  const { questionnaire } = await getVersion(ctx, seen.survey.id, found.response.version);
  return {
    at,
    title: seen.survey.title,
    heading: `Sheet ${sheet}: two typings`,
    differences: differencesOf(questionnaire, found.response.answers, second),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "", sheet = "" } = args.params;
  const typed = await typedIn(args.request);
  const done = await settleSheet(ctx, { slug, code: sheet, typed });
  return follow(args.context, typed, done, `/manage/surveys/${slug}/sheets/${batch}?done=settled`);
}

export default function SettleSheet() {
  const { at, title, heading, differences } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const order = differences.map(({ field }) => field);
  return (
    <Page
      title={heading}
      caption={title}
      lede="Look at the paper. Which of the two says what stands there? Where neither does, choose one and correct the sheet afterwards."
      back={{ href: at, text: "Back to the batch" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, order)} />}
    >
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <SheetDifferences
          differences={differences}
          typed={refused?.typed ?? {}}
          fields={refused?.fields ?? {}}
        />
        <Button>Save what the sheet says</Button>
      </form>
    </Page>
  );
}
