import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changesBetween } from "~/features/surveys/changes";
import { faultsOf } from "~/features/surveys/faults";
import { may } from "~/features/surveys/may";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import { listVersions } from "~/features/surveys/read.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { CHANGE_WORDS, timesWords } from "~/features/surveys/staff-words";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { survey } = seen;
  if (!may.edit(ctx.actor, survey)) throw forbidden();
  const [live] = await listVersions(ctx, survey.id);
  return {
    title: live ? `Publish version ${live.version + 1}?` : "Publish this survey?",
    slug: survey.slug,
    survey: survey.title,
    times: timesWords(survey),
    received: survey.received,
    faults: faultsOf(survey.draft).map(({ text }) => text),
    questions: survey.draft.questions.length,
    changes: live ? changesBetween(live.questionnaire, survey.draft) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const published = await publishSurvey(ctx, { slug, typed });
  if (published.ok) return redirect(`/manage/surveys/${slug}?done=published`, 303);
  if (published.reason === "faulty") {
    return refuse(args.context, typed, { "": published.faults.map(({ text }) => text) });
  }
  if (published.reason === "same") return refuse(args.context, typed, { "": ["Nothing has changed"] });
  if (published.reason === "past") {
    return refuse(args.context, typed, { "": ["Its closing time is over: nobody could answer"] });
  }
  return follow(args.context, typed, published, `/manage/surveys/${slug}`);
}

export default function PublishSurvey() {
  const data = useLoaderData<typeof loader>();
  const { title, slug, survey, times, received, faults, questions, changes } = data;
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? {};
  const open = (changes ?? []).filter(({ kind }) => kind === "wording" || kind === "addition");
  const others = (changes ?? []).filter(({ kind }) => kind !== "wording" && kind !== "addition");
  return (
    <Page
      title={title}
      caption={survey}
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <form
        className="rh-narrow rh-parts"
        method="post"
        action={`/manage/surveys/${slug}/publish`}
        noValidate
      >
        <FormToken />
        <p>
          {questions} {questions === 1 ? "question" : "questions"}, open {times}. A published version never
          changes; later changes make a new one.
        </p>
        {faults.length > 0 && (
          <InsetText>
            {faults.map((fault) => (
              <p key={fault}>{fault}</p>
            ))}
          </InsetText>
        )}
        {changes && (
          <>
            <p>
              {received} {received === 1 ? "response has" : "responses have"} come so far. Whoever has begun
              finishes on the version before.
            </p>
            {others.map(({ key, kind, title, text }) => (
              <p key={key}>
                <strong>{CHANGE_WORDS[kind]}:</strong> “{title}”. {text}
              </p>
            ))}
            {open.length > 0 && (
              <Checkboxes
                name="meaning"
                legend="Does any of these mean something else now?"
                hint="Those you tick get a new key and are counted apart. The others are counted together with before."
                values={[typed.meaning ?? []].flat()}
                items={open.map(({ key, title, text }) => ({ value: key, label: title, hint: text }))}
              />
            )}
            <Textarea
              name="reason"
              label="Why it changes"
              hint="Stands beside the results."
              error={refused?.fields.reason?.[0]}
              defaultValue={one(typed, "reason")}
              rows={2}
            />
          </>
        )}
        <Button>Publish</Button>
      </form>
    </Page>
  );
}
