import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FigureNotes } from "~/features/figures/FigureNotes";
import { composeFigures } from "~/features/figures/read.server";
import { DEFAULT_RULE } from "~/features/figures/rules";
import { resultFigures } from "~/features/surveys/figures.server";
import { may } from "~/features/surveys/may";
import { publishResults } from "~/features/surveys/publish-results.server";
import { QuestionResults } from "~/features/surveys/QuestionResults";
import { listVersions } from "~/features/surveys/read.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { questionsOf } from "~/features/surveys/result-tables";
import { resultsByQuestion } from "~/features/surveys/results";
import { standingOf } from "~/features/surveys/rules";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Publish results");

const REFUSED = {
  open: "It can still be answered, or its last answers are being stored: try again in a minute",
  empty: "Nobody has answered it",
};

const CHANGES = {
  new: "The numbers are published as they stand below.",
  same: "The numbers have not changed since they were published. Only your words are new.",
  held: "Too few answers have come or gone since the numbers were published: the difference would tell what those people said. Only your words will be new.",
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || standingOf(seen.survey, ctx.now) !== "closed") throw missing();
  const { survey } = seen;
  if (!may.publishResults(ctx.actor, survey)) throw forbidden();
  const versions = (await listVersions(ctx, survey.id)).map(({ questionnaire }) => questionnaire);
  const composed = await composeFigures(ctx, await resultFigures(ctx, survey));
  const gated = composed.kind === "new" ? composed.gated : { tables: [], withheld: [] };
  return {
    slug: survey.slug,
    title: survey.title,
    findings: survey.findings ?? "",
    change: CHANGES[composed.kind],
    tables: gated.tables,
    withheld: gated.withheld.length,
    results: resultsByQuestion(questionsOf(versions), gated.tables),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const published = await publishResults(ctx, { slug, typed });
  if (published.ok) return redirect(`/manage/surveys/${slug}/results?done=${published.outcome}`, 303);
  if (published.reason === "missing") throw missing();
  if (published.reason === "not_allowed") throw forbidden();
  if (published.reason === "invalid") return refuse(args.context, typed, published.fields);
  return refuse(args.context, typed, { "": [REFUSED[published.reason]] });
}

export default function PublishResults() {
  const { slug, title, findings, change, tables, withheld, results } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="Publish results"
      caption={title}
      back={{ href: `/manage/surveys/${slug}/results`, text: "Results" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <form
        className="rh-narrow rh-parts"
        method="post"
        action={`/manage/surveys/${slug}/results/publish`}
        noValidate
      >
        <FormToken />
        <Textarea
          name="findings"
          label="What the results say"
          hint="Two or three short paragraphs in plain words: what most people said, what is not clear, and what the answers can’t tell. Write no number of people that is not below."
          error={refused?.fields.findings?.[0]}
          defaultValue={refused ? one(refused.typed, "findings") : findings}
          rows={8}
        />
        <InsetText>
          <p>{change}</p>
          {withheld > 0 && <p>{withheld} of the tables are left out: people could be found in them.</p>}
        </InsetText>
        <Button>Publish results</Button>
      </form>
      {results.length > 0 && (
        <>
          <h2>As everyone will see it</h2>
          {results.map((result) => (
            <QuestionResults key={result.key} result={result} rule={DEFAULT_RULE} locale="en" />
          ))}
          <FigureNotes tables={tables} rule={DEFAULT_RULE} />
        </>
      )}
    </Page>
  );
}
