import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findingsOf } from "~/features/appraisals/findings";
import { missingToPublish } from "~/features/appraisals/missing";
import { ResultKinds } from "~/features/appraisals/ResultKinds";
import { ResultPreferences } from "~/features/appraisals/ResultPreferences";
import { ResultSensitivity } from "~/features/appraisals/ResultSensitivity";
import { ResultShort } from "~/features/appraisals/ResultShort";
import { ResultTotals } from "~/features/appraisals/ResultTotals";
import { findForStaff, findSettled, listKindWeights } from "~/features/appraisals/read.server";
import { composeResult } from "~/features/appraisals/read-scores.server";
import { shownParts } from "~/features/appraisals/shown";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { InsetText } from "~/ui/InsetText";

const TITLE = "The result, as it would be published";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const { id, slug, question, state, decider, decisionDueDay } = seen.appraisal;
  if (state === "draft" || state === "scoring") throw redirect(`/manage/options/${slug}`);
  const result = seen.appraisal.result ?? (await composeResult(ctx, id));
  const settled = await findSettled(ctx, id);
  return {
    slug,
    question,
    decider,
    decisionDueDay,
    result,
    kindWeights: await listKindWeights(ctx, id),
    settled: settled && (shownParts([settled])[0] ?? null),
    lacking: missingToPublish(seen.appraisal, result),
  };
}

export default function Preview() {
  const { slug, question, decider, decisionDueDay, result, kindWeights, settled, lacking } =
    useLoaderData<typeof loader>();
  const found = result && findingsOf(result, kindWeights);
  return (
    <Page
      title={TITLE}
      caption={question}
      back={{ href: `/manage/options/${slug}`, text: "Back to the appraisal" }}
    >
      {lacking.length > 0 && (
        <InsetText>
          <p>Before it can be published:</p>
          <ul className="rh-list">
            {lacking.map(({ text, page }) => (
              <li key={text}>
                {page === "edit" ? <a href={`/manage/options/${slug}/edit`}>{text}</a> : text}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {result && found ? (
        <>
          <ResultShort
            result={result}
            found={found}
            settled={settled}
            decider={decider}
            dueDay={decisionDueDay}
            locale="en"
          />
          <ResultTotals result={result} found={found} locale="en" />
          <ResultPreferences result={result} locale="en" />
          <ResultSensitivity result={result} found={found} locale="en" />
          <ResultKinds result={result} found={found} locale="en" />
        </>
      ) : (
        <EmptyState title="Fewer than 8 people scored">
          <p>Numbers of so few are not published. Write what was decided into the decision log instead.</p>
        </EmptyState>
      )}
    </Page>
  );
}
