import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActivityDone } from "~/features/engagement/ActivityDone";
import { doneIn } from "~/features/engagement/done";
import { ElectionTable } from "~/features/engagement/ElectionTable";
import { may } from "~/features/engagement/may";
import { PeriodFields } from "~/features/engagement/PeriodFields";
import { getPeriods, listElections } from "~/features/engagement/read.server";
import { setPeriods } from "~/features/engagement/set-periods.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { summaryOf } from "~/ui/typed";

const TITLE = "Times and elections";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const { advisoryDays, staffDays, staffRule } = await getPeriods(ctx);
  return {
    now: {
      advisoryDays: String(advisoryDays),
      staffDays: staffDays === null ? "" : String(staffDays),
      staffRule: staffRule ?? "",
    },
    elections: await listElections(ctx),
    maySet: may.setPeriods(ctx.actor),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const result = await setPeriods(ctx, { typed });
  if (result.ok) return redirect("/manage/engagement/settings?done=settings_saved", 303);
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function EngagementSettings() {
  const { now, elections, maySet, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title={TITLE}
      back={{ href: "/manage/engagement", text: "Engagement" }}
      notice={errors.length > 0 ? <ErrorSummary errors={errors} /> : done && <ActivityDone done={done} />}
    >
      <h2>How long consultations last</h2>
      {maySet ? (
        <form className="rh-narrow" method="post" action="/manage/engagement/settings" noValidate>
          <FormToken />
          <PeriodFields typed={refused?.typed ?? now} fields={refused?.fields ?? {}} />
          <Button>Save</Button>
        </form>
      ) : (
        <InsetText>
          <p>Public consultations: {now.advisoryDays} days are advised. A shorter time needs a reason.</p>
          <p>
            Staff consultations:{" "}
            {now.staffDays ? `${now.staffDays} days at least (${now.staffRule})` : "HR has not set it yet"}.
          </p>
          <p>An administrator or the programme lead sets them.</p>
        </InsetText>
      )}
      <h2>Pre-election periods</h2>
      <p>Activities whose days fall into one are marked. Nothing is stopped: ask the monitoring officer.</p>
      <ElectionTable elections={elections} maySet={maySet} />
      {maySet && (
        <p>
          <ButtonLink href="/manage/engagement/settings/elections/new" variant="secondary">
            Add an election
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}
