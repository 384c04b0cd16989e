import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editSurvey } from "~/features/surveys/edit-survey.server";
import { may } from "~/features/surveys/may";
import { findForStaff, getSurveyChoices } from "~/features/surveys/read-staff.server";
import { SURVEY_ORDER, SurveyFields } from "~/features/surveys/SurveyFields";
import { wallOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "What people read first";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { survey, neighbourhood } = seen;
  if (!may.edit(ctx.actor, survey)) throw forbidden();
  const choices = await getSurveyChoices(ctx);
  const earlier = choices.earlier.filter(({ opensAt }) => opensAt < survey.opensAt);
  const [opensDay = "", opensClock = ""] = wallOf(survey.opensAt).split("T");
  const [closesDay = "", closesClock = ""] = wallOf(survey.closesAt).split("T");
  const { title, summary, purpose, intro, whoSees, whatNext, anonymity } = survey;
  return {
    slug: survey.slug,
    typed: {
      ...{ title, summary, purpose, intro, whoSees, whatNext, anonymity },
      ...{ opensDay, opensClock, closesDay, closesClock },
      minutes: String(survey.minutes),
      most: survey.most === null ? "" : String(survey.most),
      neighbourhood: neighbourhood?.slug ?? "",
      previous: earlier.find(({ id }) => id === survey.previousId)?.slug ?? "",
    },
    choices: { ...choices, earlier },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const edited = await editSurvey(ctx, { slug, typed });
  return follow(args.context, typed, edited, `/manage/surveys/${slug}?done=edited`);
}

export default function EditSurvey() {
  const { slug, typed, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={TITLE}
      caption={typed.title}
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, SURVEY_ORDER)} />}
    >
      <form className="rh-narrow rh-parts" method="post" action={`/manage/surveys/${slug}/edit`} noValidate>
        <FormToken />
        <SurveyFields typed={refused?.typed ?? typed} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
