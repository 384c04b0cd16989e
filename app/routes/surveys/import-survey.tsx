import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createSurvey } from "~/features/surveys/create-survey.server";
import { importQuestionnaire } from "~/features/surveys/import-questionnaire.server";
import { summaryOfImport } from "~/features/surveys/import-summary";
import { reachOf } from "~/features/surveys/may";
import { QuestionsReport } from "~/features/surveys/QuestionsReport";
import { QuestionsUpload } from "~/features/surveys/QuestionsUpload";
import { getSurveyChoices } from "~/features/surveys/read-staff.server";
import { SURVEY_ORDER, SurveyFields } from "~/features/surveys/SurveyFields";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, uploadIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { inOrder, one } from "~/ui/typed";

const HERE = "/manage/surveys/import";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "A survey from a file");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "edit").length === 0) throw forbidden();
  return { choices: await getSurveyChoices(ctx) };
}

/** First the file is read and its report shown; the draft is made with the second form, which brings both. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { typed, file } = await uploadIn(args.request, "file");
  const carried = one(typed, "questionnaire");
  const bytes = file ?? new TextEncoder().encode(carried);
  if (bytes.length === 0) return refuse(args.context, {}, { file: ["Choose a file of questions"] });
  const read = await importQuestionnaire(bytes);
  if (!read.ok) return refuse(args.context, {}, { file: [read.wrong.join(" ")] });
  if (carried && !file) {
    const made = await createSurvey(ctx, { typed, questionnaire: read.questionnaire });
    if (made.ok) return redirect(`/manage/surveys/${made.slug}?done=created`, 303);
    return refuse(args.context, typed, made.fields);
  }
  return json({
    read: summaryOfImport(read),
    carried: JSON.stringify(read.questionnaire),
    title: read.title ?? "",
  });
}

export default function ImportSurvey() {
  const { choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "fields" in answer ? answer : undefined;
  const plan = answer && "read" in answer ? answer : undefined;
  const carried = plan?.carried ?? one(refused?.typed ?? {}, "questionnaire");
  const typed = refused?.typed ?? { title: plan?.title ?? "", opensClock: "09:00", closesClock: "17:00" };
  const notice = refused && <ErrorSummary errors={inOrder(refused, SURVEY_ORDER)} />;
  const back = { href: "/manage/surveys", text: "Surveys" };
  if (!carried || plan?.read.questions === 0) {
    return (
      <Page
        title="A survey from a file"
        lede="Questions that were written elsewhere become a draft here. You see what becomes of each of them first."
        back={back}
        notice={notice}
      >
        <div className="rh-narrow">
          {plan && <QuestionsReport read={plan.read} />}
          <QuestionsUpload action={HERE} proof={<FormToken />} error={refused?.fields.file?.[0]} />
        </div>
      </Page>
    );
  }
  return (
    <Page
      title="Make a survey of this file?"
      back={{ href: HERE, text: "Choose another file" }}
      notice={notice}
    >
      {plan ? (
        <QuestionsReport read={plan.read} />
      ) : (
        <InsetText>The questions of your file are kept.</InsetText>
      )}
      <form
        className="rh-narrow rh-parts"
        method="post"
        action={HERE}
        encType="multipart/form-data"
        noValidate
      >
        <FormToken />
        <input type="hidden" name="questionnaire" value={carried} />
        <SurveyFields typed={typed} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save the draft</Button>
      </form>
    </Page>
  );
}
