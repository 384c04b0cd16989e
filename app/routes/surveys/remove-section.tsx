import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { may } from "~/features/surveys/may";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { withoutSection } from "~/features/surveys/section-form";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Take this part out?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  const section = seen?.survey.draft.sections.find((one) => one.key === args.params.section);
  if (!seen || !section) throw missing();
  if (!may.edit(ctx.actor, seen.survey)) throw forbidden();
  const { slug, title, draft } = seen.survey;
  const questions = draft.questions.filter((one) => one.section === section.key).length;
  return { slug, survey: title, heading: section.title, ruled: section.showWhen !== null, questions };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", section = "" } = args.params;
  const edited = await editQuestions(ctx, { slug, edit: (draft) => withoutSection(draft, section) });
  return follow(args.context, {}, edited, `/manage/surveys/${slug}/sections?done=removed`);
}

export default function RemoveSection() {
  const { slug, survey, heading, ruled, questions } = useLoaderData<typeof loader>();
  const here = useHere();
  const back = `/manage/surveys/${slug}/sections`;
  return (
    <Page title={TITLE} caption={survey} back={{ href: back, text: "Parts of the survey" }}>
      <form method="post" action={here}>
        <FormToken />
        <p>“{heading}”</p>
        <p>
          {questions === 0
            ? "No question is in it."
            : `Its ${questions === 1 ? "question stays" : `${questions} questions stay`}, in no part.`}
          {ruled && questions > 0 && " Everyone is asked then, for the condition goes with the part."}
        </p>
        <ButtonRow>
          <Button variant="warning">Take it out</Button>
          <ButtonLink href={back} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
