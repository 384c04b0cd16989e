import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isPaperOver } from "~/features/surveys/batch";
import { correctSheet } from "~/features/surveys/correct-sheet.server";
import { may } from "~/features/surveys/may";
import { getVersion } from "~/features/surveys/read.server";
import { findSheet } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { TypingFields, TypingMarks, typingOrder } from "~/features/surveys/TypingFields";
import { typedOf } from "~/features/surveys/typing";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder, one, type Typed } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.heading);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "", sheet = "" } = args.params;
  const seen = await findForStaff(ctx, slug);
  const found = seen && (await findSheet(ctx, seen.survey.id, sheet));
  if (!seen || !found?.response) throw missing();
  const { survey } = seen;
  if (!may.enter(ctx.actor, survey)) throw forbidden();
  const at = `/manage/surveys/${slug}/sheets/${batch}`;
  if (found.sheet.state === "differs") throw redirect(`${at}/${sheet}/settle`, 303);
  const { answers, version, mayQuote } = found.response;
  const { questionnaire } = await getVersion(ctx, survey.id, version);
  const kept = questionnaire.questions.map((question) => typedOf(question, answers[question.key]));
  return {
    at,
    sheet,
    title: survey.title,
    heading: `Sheet ${sheet}`,
    over: isPaperOver(survey, ctx.now),
    questionnaire,
    asksToQuote: survey.asksToQuote,
    kept: Object.assign({ mayQuote: mayQuote ? "yes" : "" }, ...kept) as Typed,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "", sheet = "" } = args.params;
  const typed = await typedIn(args.request);
  const done = await correctSheet(ctx, { slug, code: sheet, typed });
  const at = `/manage/surveys/${slug}/sheets/${batch}`;
  if (done.ok) return redirect(`${at}?done=corrected`, 303);
  if (done.reason === "invalid") {
    return refuse(args.context, { ...typed, leaveOut: done.off.join(" ") }, done.fields);
  }
  if (done.reason === "missing") throw missing();
  if (done.reason === "not_allowed") throw forbidden();
  return redirect(`${at}/${sheet}`, 303);
}

export default function CorrectSheet() {
  const { at, sheet, title, heading, over, kept, ...asked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const typed = refused?.typed ?? kept;
  return (
    <Page
      title={heading}
      caption={title}
      lede="As it was typed. Corrections change the results at once."
      back={{ href: at, text: "Back to the batch" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, typingOrder(asked.questionnaire))} />}
    >
      <form className="rh-typing" method="post" action={here} noValidate>
        <FormToken />
        <input type="hidden" name="leaveOut" value={one(typed, "leaveOut")} />
        <TypingMarks />
        <TypingFields {...asked} typed={typed} fields={refused?.fields ?? {}} />
        {over ? (
          <p>The time for corrections is over.</p>
        ) : (
          <ButtonRow>
            <Button>Save the correction</Button>
            <ButtonLink href={`${at}/${sheet}/take-out`} variant="secondary">
              Take this sheet out
            </ButtonLink>
          </ButtonRow>
        )}
      </form>
    </Page>
  );
}
