import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { may } from "~/features/surveys/may";
import { withoutQuestion } from "~/features/surveys/question-form";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Take this question out?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  const question = seen?.survey.draft.questions.find((one) => one.key === args.params.key);
  if (!seen || !question) throw missing();
  if (!may.edit(ctx.actor, seen.survey)) throw forbidden();
  return {
    slug: seen.survey.slug,
    survey: seen.survey.title,
    question: question.title,
    published: seen.survey.state === "published",
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", key = "" } = args.params;
  const edited = await editQuestions(ctx, { slug, edit: (draft) => withoutQuestion(draft, key) });
  return follow(args.context, {}, edited, `/manage/surveys/${slug}?done=removed`);
}

export default function RemoveQuestion() {
  const { slug, survey, question, published } = useLoaderData<typeof loader>();
  const here = useHere();
  return (
    <Page
      title={TITLE}
      caption={survey}
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
    >
      <form method="post" action={here}>
        <FormToken />
        <p>“{question}”</p>
        <p>
          {published
            ? "It is asked until the next version is published. Answers that were given stay."
            : "Nobody has answered it yet."}
        </p>
        <ButtonRow>
          <Button variant="warning">Take it out</Button>
          <ButtonLink href={`/manage/surveys/${slug}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
