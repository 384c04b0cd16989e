import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/surveys/may";
import { getForm } from "~/features/surveys/read-form.server";
import { findBatch, listSheets } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { SurveyPaper } from "~/features/surveys/SurveyPaper";
import { batchName } from "~/features/surveys/sheet-codes";
import { shuffled } from "~/platform/pool.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Sheets of paper: nothing of the site around them. */
export const handle = { bare: true };

/** So many sheets are laid out at once: a browser prints a few hundred pages, and no more. */
const AT_ONCE = 50;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  const found = seen && (await findBatch(ctx, seen.survey.id, args.params.batch ?? ""));
  if (!seen || !found) throw missing();
  const { survey } = seen;
  if (!may.orderSheets(ctx.actor, survey)) throw forbidden();
  const { batch } = found;
  const { version, locale, large } = batch;
  const stack = Math.max(1, Number(new URL(args.request.url).searchParams.get("stack")) || 1);
  const sheets = (await listSheets(ctx, batch.id)).slice((stack - 1) * AT_ONCE, stack * AT_ONCE);
  if (sheets.length === 0) throw missing();
  return {
    at: `/manage/surveys/${survey.slug}/sheets/${batchName(batch.number)}`,
    title: `Sheets ${batchName(batch.number)}: ${survey.title}`,
    form: await getForm(ctx, survey, { version, locale, size: large ? "large" : "usual" }),
    // In another order each time: a pile that is given out from the top says nothing of who came first.
    codes: shuffled(sheets).map(({ code }) => code),
    stack,
    stacks: Math.ceil(batch.sheets / AT_ONCE),
  };
}

export default function PrintSheets() {
  const { at, form, codes, stack, stacks } = useLoaderData<typeof loader>();
  return (
    <main className="rh-letter" id="main">
      <nav className="rh-letter__bar rh-no-print" aria-label="These sheets">
        <BackLink href={at}>Back to the batch</BackLink>
        <p>
          Print this page on A4: {codes.length} sheets with a code each
          {stacks > 1 && `, stack ${stack} of ${stacks}`}. Print on both sides, and staple the pages of each
          sheet.
        </p>
        {stack < stacks && (
          <p>
            <a href={`${at}/print?stack=${stack + 1}`}>Next stack</a>
          </p>
        )}
      </nav>
      {codes.map((code, n) => (
        <SurveyPaper key={code} form={form} code={code} first={n === 0} />
      ))}
    </main>
  );
}
