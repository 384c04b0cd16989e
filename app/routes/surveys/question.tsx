import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { may } from "~/features/surveys/may";
import { QUESTION_ORDER, QuestionFields } from "~/features/surveys/QuestionFields";
import { typedQuestion, withQuestion } from "~/features/surveys/question-form";
import { KINDS } from "~/features/surveys/questionnaire";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { namedHints } from "~/features/surveys/readability";
import { KIND_WORDS } from "~/features/surveys/staff-words";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { survey } = seen;
  if (!may.edit(ctx.actor, survey)) throw forbidden();
  const { draft } = survey;
  const key = args.params.key ?? null;
  const n = draft.questions.findIndex((one) => one.key === key);
  const question = draft.questions[n];
  if (key !== null && !question) throw missing();
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = question?.kind ?? KINDS.find((one) => one === asked);
  if (!kind) throw redirect(`/manage/surveys/${survey.slug}`, 303);
  return {
    title: question ? "Change a question" : "Add a question",
    slug: survey.slug,
    survey: survey.title,
    key,
    kind,
    typed: question ? typedQuestion(draft, question) : { whole: "yes", scaleFrom: "1", scaleTo: "5" },
    before: draft.questions
      .slice(0, question ? n : undefined)
      .filter((one) => one.kind !== "information")
      .map(({ key, title, kind }) => ({ key, title, kind })),
    hints: question ? namedHints({ Question: question.title, Hint: question.hint }) : [],
    sections: draft.sections.map(({ key, title }) => ({ key, title })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const edited = await editQuestions(ctx, {
    slug,
    edit(draft) {
      const made = withQuestion(draft, { key: args.params.key ?? null, typed });
      return "fields" in made ? made : made.draft;
    },
  });
  return follow(args.context, typed, edited, `/manage/surveys/${slug}?done=question`);
}

export default function SurveyQuestionPage() {
  const { title, slug, survey, key, kind, typed, before, hints, sections } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  return (
    <Page
      title={title}
      caption={survey}
      lede={KIND_WORDS[kind]}
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, QUESTION_ORDER)} />}
    >
      {hints.length > 0 && (
        <InsetText>
          {hints.map((hint) => (
            <p key={hint}>{hint}</p>
          ))}
        </InsetText>
      )}
      <form className="rh-narrow rh-parts" method="post" action={here} noValidate>
        <FormToken />
        <QuestionFields
          kind={kind}
          before={before}
          sections={sections}
          typed={refused?.typed ?? typed}
          fields={refused?.fields ?? {}}
        />
        <ButtonRow>
          <Button>Save the question</Button>
          {key && <a href={`/manage/surveys/${slug}/questions/${key}/remove`}>Take this question out</a>}
        </ButtonRow>
      </form>
    </Page>
  );
}
