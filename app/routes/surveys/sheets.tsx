import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BatchFields } from "~/features/surveys/BatchFields";
import { BatchTable } from "~/features/surveys/BatchTable";
import { may } from "~/features/surveys/may";
import { orderSheets } from "~/features/surveys/order-sheets.server";
import { listFormLocales } from "~/features/surveys/read-form.server";
import { listBatches } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { batchName } from "~/features/surveys/sheet-codes";
import { LOCALES } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

const TITLE = "Sheets of paper";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen?.survey.liveVersion) throw missing();
  const { survey } = seen;
  if (!may.orderSheets(ctx.actor, survey)) throw forbidden();
  const version = seen.survey.liveVersion;
  const locales = await listFormLocales(ctx, survey, version);
  return {
    slug: survey.slug,
    title: survey.title,
    version,
    batches: await listBatches(ctx, survey.id),
    languages: LOCALES.filter(({ code }) => locales.includes(code)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const ordered = await orderSheets(ctx, { slug, typed });
  const at = `/manage/surveys/${slug}/sheets`;
  if (ordered.ok) return redirect(`${at}/${batchName(ordered.number)}?done=ordered`, 303);
  if (ordered.reason === "over") {
    return refuse(args.context, typed, { sheets: ["The survey is over: no more sheets can come back"] });
  }
  return follow(args.context, typed, ordered, at);
}

export default function Sheets() {
  const { slug, title, version, batches, languages } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const at = `/manage/surveys/${slug}`;
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="Every sheet has a code of its own, so that each is typed once and mistakes can be found. Don’t note who is given which."
      back={{ href: at, text: "Back to the survey" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {batches.length > 0 && (
        <>
          <p>
            <ButtonLink href={`${at}/type`}>Type sheets</ButtonLink>
          </p>
          <h2>Batches</h2>
          <BatchTable slug={slug} batches={batches} />
        </>
      )}
      <h2>Print a batch</h2>
      <p>
        It prints version {version}. A <a href={`/surveys/${slug}/paper`}>form without codes</a> can be
        printed by anybody, and typed in by taking the code of an unused sheet.
      </p>
      <form className="rh-narrow" method="post" action={`${at}/sheets`} noValidate>
        <FormToken />
        <BatchFields languages={languages} typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
        <Button>Make the sheets</Button>
      </form>
    </Page>
  );
}
