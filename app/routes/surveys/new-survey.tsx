import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createSurvey } from "~/features/surveys/create-survey.server";
import { reachOf } from "~/features/surveys/may";
import { getSurveyChoices } from "~/features/surveys/read-staff.server";
import { SURVEY_ORDER, SurveyFields } from "~/features/surveys/SurveyFields";
import { TEMPLATES } from "~/features/surveys/templates";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { inOrder, one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Write a survey");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "edit").length === 0) throw forbidden();
  return { choices: await getSurveyChoices(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const made = await createSurvey(ctx, { typed, template: one(typed, "template") });
  if (made.ok) return redirect(`/manage/surveys/${made.slug}?done=created`, 303);
  return refuse(args.context, typed, made.fields);
}

export default function NewSurvey() {
  const { choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? { opensClock: "09:00", closesClock: "17:00" };
  return (
    <Page
      title="Write a survey"
      lede="It is saved as a draft first. You write the questions next; nobody but staff sees it until you publish."
      back={{ href: "/manage/surveys", text: "Surveys" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, SURVEY_ORDER)} />}
    >
      <form className="rh-narrow rh-parts" method="post" action="/manage/surveys/new" noValidate>
        <FormToken />
        <Radios
          name="template"
          legend="Begin with"
          value={one(typed, "template")}
          items={[
            ...TEMPLATES.map(({ name, title, text }) => ({ value: name, label: title, hint: text })),
            { value: "", label: "No questions yet" },
          ]}
        />
        <SurveyFields typed={typed} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save the draft</Button>
      </form>
    </Page>
  );
}
