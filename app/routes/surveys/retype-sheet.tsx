import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/surveys/may";
import { getVersion } from "~/features/surveys/read.server";
import { findBatch, findNextSecond } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { retypeSheet } from "~/features/surveys/retype-sheet.server";
import { TypingFields, TypingMarks, typingOrder } from "~/features/surveys/TypingFields";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder, one } from "~/ui/typed";

const TITLE = "Type a sheet again";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "" } = args.params;
  const seen = await findForStaff(ctx, slug);
  const found = seen && (await findBatch(ctx, seen.survey.id, batch));
  if (!seen || !found) throw missing();
  if (!may.enter(ctx.actor, seen.survey)) throw forbidden();
  const { questionnaire } = await getVersion(ctx, seen.survey.id, found.batch.version);
  return {
    at: `/manage/surveys/${slug}/sheets/${batch}`,
    title: seen.survey.title,
    sheet: await findNextSecond(ctx, seen.survey, found),
    left: found.toSecond,
    questionnaire,
    asksToQuote: seen.survey.asksToQuote,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "" } = args.params;
  const typed = await typedIn(args.request);
  const done = await retypeSheet(ctx, { slug, code: one(typed, "sheet"), typed });
  const at = `/manage/surveys/${slug}/sheets/${batch}`;
  if (done.ok) return redirect(`${at}?done=${done.differ === 0 ? "alike" : "differs"}`, 303);
  if (done.reason === "invalid") {
    return refuse(args.context, { ...typed, leaveOut: done.off.join(" ") }, done.fields);
  }
  if (done.reason === "missing") throw missing();
  if (done.reason === "not_allowed") throw forbidden();
  return redirect(at, 303);
}

export default function RetypeSheet() {
  const { at, title, sheet, left, ...asked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const typed = refused?.typed ?? {};
  const code = one(typed, "sheet", sheet ?? "");
  return (
    <Page
      title={TITLE}
      caption={title}
      lede={
        code
          ? "Take this sheet out of the pile and type what it says. The first typing is not shown."
          : undefined
      }
      back={{ href: at, text: "Back to the batch" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, typingOrder(asked.questionnaire))} />}
    >
      {code ? (
        <form className="rh-typing" method="post" action={here} noValidate>
          <FormToken />
          <input type="hidden" name="sheet" value={code} />
          <input type="hidden" name="leaveOut" value={one(typed, "leaveOut")} />
          <p>
            Sheet <strong className="rh-reference">{code}</strong>
            {left > 1 && `, and ${left - 1} more after it`}
          </p>
          <TypingMarks />
          <TypingFields {...asked} typed={typed} fields={refused?.fields ?? {}} />
          <Button>Save and compare</Button>
        </form>
      ) : (
        <p>There is no sheet for you to type again: nobody types twice what they typed first.</p>
      )}
    </Page>
  );
}
