import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RetentionRuns, RetentionTable } from "~/features/events/RetentionTable";
import { listRuns, previewRetention } from "~/features/events/read-retention.server";
import { runRetention } from "~/features/events/run-retention.server";
import { PERIODS, periodWords } from "~/features/places/periods";
import { getPeriods } from "~/features/places/read.server";
import { retention } from "~/platform/retention";
import { FormToken } from "~/routes/FormToken";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { SummaryList } from "~/ui/SummaryList";

const TITLE = "Deleting what is no longer needed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "data_protection", "admin");
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  const periods = await getPeriods(ctx);
  return { going: await previewRetention(ctx), runs: await listRuns(ctx), periods, done };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "data_protection", "admin");
  const result = await runRetention(ctx);
  if (!result.ok) throw forbidden();
  return redirect("/manage/retention?done=ran", 303);
}

/** What just happened, from a closed list. */
const DONE: Readonly<Record<string, string>> = {
  ran: "What was due is deleted",
  periods: "Things are kept so long from now on, and the privacy notice says so",
};

/** What the machinery keeps, which nobody sets. */
const COPIES: [string, string] = ["Copies against broken machines", `${retention.backupDays} days`];

export default function RetentionPage() {
  const { going, runs, periods, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={TITLE}
      lede="It runs by itself every hour. Looking at this page deletes nothing."
      notice={DONE[done] && <NotificationBanner success text={DONE[done]} />}
    >
      <h2>What will go, and when</h2>
      {going.length === 0 ? (
        <EmptyState title="Nothing is waiting to be deleted" headingLevel={3} />
      ) : (
        <>
          <RetentionTable going={going} />
          <p>
            Someone who has booked again keeps their name until {periods.registrationMonths} months after the
            later event. Numbers stay.
          </p>
          <form method="post" action="/manage/retention">
            <FormToken />
            <Button variant="secondary">Delete what is due now</Button>
          </form>
        </>
      )}
      <h2>What went</h2>
      {runs.length === 0 ? <p>Nothing so far.</p> : <RetentionRuns runs={runs} />}
      <h2>How long things are kept</h2>
      <SummaryList
        rows={[
          ...PERIODS.map((period) => ({ key: period.label, value: periodWords(period, periods) })),
          { key: COPIES[0], value: COPIES[1] },
        ]}
      />
      <p>
        The <a href="/privacy">privacy notice</a> states the same periods.{" "}
        <a href="/manage/settings/retention">Change how long things are kept</a>
      </p>
    </Page>
  );
}
