import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isUnpublished } from "~/features/surveys/changes";
import { faultsOf } from "~/features/surveys/faults";
import { may } from "~/features/surveys/may";
import { QuestionTable } from "~/features/surveys/QuestionTable";
import { KINDS } from "~/features/surveys/questionnaire";
import { findAskedClosing, listVersions } from "~/features/surveys/read.server";
import { listChannels } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { standingOf } from "~/features/surveys/rules";
import { SurveyNav } from "~/features/surveys/SurveyNav";
import { SurveyVersions } from "~/features/surveys/SurveyVersions";
import { SurveyWork } from "~/features/surveys/SurveyWork";
import { KIND_WORDS, STANDING_WORDS, SURVEY_DONE, timesWords } from "~/features/surveys/staff-words";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { InsetText } from "~/ui/InsetText";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Select } from "~/ui/Select";
import { SummaryList } from "~/ui/SummaryList";
import { Tag } from "~/ui/Tag";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.survey.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { survey, neighbourhood } = seen;
  const asked = await findAskedClosing(ctx, survey.id);
  const versions = await listVersions(ctx, survey.id);
  return {
    survey,
    where: neighbourhood?.name ?? "Whole borough",
    standing: standingOf(survey, ctx.now),
    faults: faultsOf(survey.draft),
    versions: versions.map(({ questionnaire: _, ...version }) => version),
    publishes: may.edit(ctx.actor, survey) && isUnpublished(survey.draft, versions[0]?.questionnaire),
    asked: asked && dayAndClock(asked.after),
    edits: may.edit(ctx.actor, survey),
    channels: await listChannels(ctx, survey.id),
    does: {
      enter: may.enter(ctx.actor, survey),
      export: may.exportAnswers(ctx.actor, survey),
      names: survey.anonymity === "linked" && may.seeNames(ctx.actor, survey),
    },
    reads: may.readWords(ctx.actor, survey),
    done: SURVEY_DONE[new URL(args.request.url).searchParams.get("done") ?? ""],
  };
}

export default function ManageSurvey() {
  const { survey, where, standing, faults, versions, asked, edits, publishes, channels, does, reads, done } =
    useLoaderData<typeof loader>();
  const at = `/manage/surveys/${survey.slug}`;
  const change = (page: string, hidden: string) =>
    edits ? [{ href: `${at}/${page}`, text: "Change", hidden }] : [];
  const closes = standing === "draft" ? "edit" : "closing";
  return (
    <Page
      title={survey.title}
      lede={survey.summary}
      back={{ href: "/manage/surveys", text: "Surveys" }}
      notice={done && <NotificationBanner success>{done}</NotificationBanner>}
      head={
        <ButtonRow>
          <Tag colour={STANDING_WORDS[standing].colour}>{STANDING_WORDS[standing].text}</Tag>
          {publishes && <ButtonLink href={`${at}/publish`}>Publish</ButtonLink>}
          <ButtonLink href={`${at}/preview`} variant="secondary">
            Preview
          </ButtonLink>
          {survey.state === "published" && reads && <a href={`${at}/words`}>What people wrote</a>}
          {survey.state === "published" && <a href={`${at}/results`}>Results</a>}
          {survey.state === "published" && <a href={`/surveys/${survey.slug}`}>The public page</a>}
          {edits && survey.state === "draft" && <a href={`${at}/discard`}>Delete the draft</a>}
        </ButtonRow>
      }
    >
      {asked && (
        <InsetText>
          Somebody asked that it closes earlier: {asked}. <a href={`${at}/closing`}>Decide about it</a>
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: "Why we ask", value: survey.purpose, actions: change("edit", "why we ask") },
          { key: "Open", value: timesWords(survey), actions: change(closes, "when it is open") },
          { key: "Where", value: where, actions: change("edit", "where") },
          {
            key: "Answers",
            value: survey.anonymity === "anonymous" ? "Anonymous" : "Beside a name",
            actions: [],
          },
          {
            key: "Quotes",
            value: survey.asksToQuote ? "People are asked whether we may quote them" : "Nobody is quoted",
            actions: change("edit", "whether people are asked"),
          },
        ]}
      />
      {survey.state === "published" && (
        <SurveyWork slug={survey.slug} channels={channels} received={survey.received} does={does} />
      )}
      <SurveyNav slug={survey.slug} current="" />
      <h2>Questions</h2>
      {faults.length > 0 && (
        <InsetText>
          <p>
            <strong>Before it can be published:</strong>
          </p>
          <ul className="rh-list">
            {faults.map(({ at, text }) => (
              <li key={`${at} ${text}`}>{at ? `${at}: ${text}` : text}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {survey.draft.questions.length > 0 && (
        <QuestionTable
          slug={survey.slug}
          draft={survey.draft}
          faults={faults}
          proof={edits ? <FormToken /> : null}
        />
      )}
      {edits && (
        <form className="rh-narrow" method="get" action={`${at}/questions/new`}>
          <Select
            name="kind"
            label="Add a question"
            items={KINDS.map((kind) => ({ value: kind, text: KIND_WORDS[kind] }))}
          />
          <Button variant="secondary">Write it</Button>
        </form>
      )}
      <p>
        <a href={`${at}/questionnaire.json`}>Save the draft’s questions as a file (JSON)</a>
        {edits && (
          <>
            {" or "}
            <a href={`${at}/import`}>take questions from a file</a>
          </>
        )}
      </p>
      {versions.length > 0 && (
        <>
          <h2>Versions</h2>
          <SurveyVersions slug={survey.slug} versions={versions} />
        </>
      )}
    </Page>
  );
}
