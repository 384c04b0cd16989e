import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { columnsFor, usualColumns } from "~/features/events/attenders";
import { ExportFields } from "~/features/events/ExportFields";
import { ExportLog } from "~/features/events/ExportLog";
import { prepareExport } from "~/features/events/prepare-export.server";
import { listExports } from "~/features/events/read-exports.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { getPeriods } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

const TITLE = "Take the list out as a file";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  const columns = columnsFor(ctx.actor, seen.event);
  return {
    slug: seen.event.slug,
    title: seen.event.title,
    columns,
    usual: usualColumns(columns),
    days: (await getPeriods(ctx)).accessNeedsDays,
    log: await listExports(ctx, seen.event.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await prepareExport(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/events/${slug}/export/${result.id}`, 303);
  if (result.reason === "missing") throw missing();
  return refuse(args.context, typed, result.fields);
}

export default function ExportAttenders() {
  const { slug, title, columns, usual, days, log } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title={TITLE}
      caption={title}
      lede={`Once it is on your machine, nobody deletes it for you. Delete it yourself ${days} days after the event at the latest.`}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/export`} noValidate>
        <FormToken />
        <ExportFields
          columns={columns}
          typed={refused?.typed ?? { columns: usual }}
          fields={refused?.fields ?? {}}
        />
        <Button>Get the file</Button>
      </form>
      <h2>Files taken so far</h2>
      <ExportLog log={log} />
    </Page>
  );
}
