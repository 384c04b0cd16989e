import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editQuestions, replacedBy } from "~/features/surveys/edit-questions.server";
import { importQuestionnaire } from "~/features/surveys/import-questionnaire.server";
import { summaryOfImport } from "~/features/surveys/import-summary";
import { may } from "~/features/surveys/may";
import { QuestionsReport } from "~/features/surveys/QuestionsReport";
import { QuestionsUpload } from "~/features/surveys/QuestionsUpload";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, uploadIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one, summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Questions from a file");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.edit(ctx.actor, seen.survey)) throw forbidden();
  const { slug, title, draft } = seen.survey;
  return { slug, survey: title, questions: draft.questions.length };
}

/** First the file is read and its report shown; the draft changes with the second form, which brings both. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const { typed, file } = await uploadIn(args.request, "file");
  const carried = one(typed, "questionnaire");
  const bytes = file ?? new TextEncoder().encode(carried);
  if (bytes.length === 0) return refuse(args.context, {}, { file: ["Choose a file of questions"] });
  const read = await importQuestionnaire(bytes);
  if (!read.ok) return refuse(args.context, {}, { file: [read.wrong.join(" ")] });
  if (!carried || file)
    return json({ read: summaryOfImport(read), carried: JSON.stringify(read.questionnaire) });
  const edited = await editQuestions(ctx, { slug, edit: replacedBy(read.questionnaire) });
  return follow(args.context, {}, edited, `/manage/surveys/${slug}?done=imported`);
}

export default function ImportQuestions() {
  const { slug, survey, questions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = useHere();
  const refused = answer && "fields" in answer ? answer : undefined;
  const back = { href: `/manage/surveys/${slug}`, text: "Back to the survey" };
  if (answer && "read" in answer && answer.read.questions > 0) {
    return (
      <Page title="Use these questions?" caption={survey} back={back}>
        <QuestionsReport read={answer.read} />
        <form method="post" action={here} encType="multipart/form-data">
          <FormToken />
          <input type="hidden" name="questionnaire" value={answer.carried} />
          {questions > 0 && (
            <WarningText>
              The draft’s {questions} questions of now go. What is published stays as it is.
            </WarningText>
          )}
          <ButtonRow>
            <Button>Use these questions</Button>
            <ButtonLink href={`/manage/surveys/${slug}`} variant="secondary">
              Leave them as they are
            </ButtonLink>
          </ButtonRow>
        </form>
      </Page>
    );
  }
  return (
    <Page
      title="Questions from a file"
      caption={survey}
      lede="They take the place of the draft’s questions. You see what becomes of each of them first."
      back={back}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <div className="rh-narrow">
        {answer && "read" in answer && <QuestionsReport read={answer.read} />}
        <QuestionsUpload action={here} proof={<FormToken />} error={refused?.fields.file?.[0]} />
      </div>
    </Page>
  );
}
