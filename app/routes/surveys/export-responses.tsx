import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExportFields } from "~/features/surveys/ExportFields";
import { ExportLog } from "~/features/surveys/ExportLog";
import { may } from "~/features/surveys/may";
import { prepareExport } from "~/features/surveys/prepare-export.server";
import { listVersions } from "~/features/surveys/read.server";
import { countStored, listExports } from "~/features/surveys/read-exports.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

const TITLE = "Take the responses out as a file";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen?.survey.liveVersion) throw missing();
  const { survey } = seen;
  if (!may.exportAnswers(ctx.actor, survey)) throw forbidden();
  const stored = await countStored(ctx, survey.id);
  return {
    slug: survey.slug,
    title: survey.title,
    stored,
    waiting: survey.received - stored,
    versions: (await listVersions(ctx, survey.id)).map(({ version }) => version).reverse(),
    words: may.exportWords(ctx.actor, survey),
    names: survey.anonymity === "linked" && may.seeNames(ctx.actor, survey),
    log: await listExports(ctx, survey.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const asked = await prepareExport(ctx, { slug, typed });
  const at = `/manage/surveys/${slug}/export`;
  return asked.ok ? redirect(`${at}/${asked.id}`, 303) : follow(args.context, typed, asked, at);
}

export default function ExportResponses() {
  const { slug, title, stored, waiting, versions, words, names, log } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = `/manage/surveys/${slug}`;
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="Once it is on your machine, nobody deletes it for you. Delete it yourself when you are done."
      back={{ href: at, text: "Back to the survey" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <p>
        A line for each of {stored.toLocaleString("en-GB")} responses, in an order that tells nothing, with
        the month in which it came.
        {waiting > 0 && ` ${waiting} more wait until ten can be shuffled together, or the survey closes.`}
        {versions.length > 1 &&
          ` Versions ${versions.join(", ")} are joined by the key of each question: a question that means something else has another key.`}
      </p>
      <p>
        What the columns mean: <a href={`${at}/codebook/csv`}>codebook as CSV</a>,{" "}
        <a href={`${at}/codebook/json`}>as JSON</a>. A workbook has it as its second sheet.
      </p>
      <form className="rh-narrow" method="post" action={`${at}/export`} noValidate>
        <FormToken />
        <ExportFields
          words={words}
          names={names}
          typed={refused?.typed ?? {}}
          fields={refused?.fields ?? {}}
        />
        <Button>Get the file</Button>
      </form>
      <h2>Files taken so far</h2>
      <ExportLog log={log} />
    </Page>
  );
}
