import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FLOOD } from "~/features/ideas/flood";
import { ModerationNav } from "~/features/ideas/ModerationNav";
import { reachOf } from "~/features/ideas/may";
import { countCases } from "~/features/ideas/read-cases.server";
import { listQuarantined } from "~/features/ideas/read-quarantine.server";
import { releaseQuarantined } from "~/features/ideas/release-quarantined.server";
import { FROM_ONE_PLACE } from "~/features/ideas/support-idea.server";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { Checkboxes } from "~/ui/Checkboxes";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { summaryOf } from "~/ui/typed";

const TITLE = "Quarantine";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "judge").length === 0) throw forbidden();
  const groups = await listQuarantined(ctx);
  return {
    counts: await countCases(ctx),
    limits: { ...FLOOD, supports: FROM_ONE_PLACE.most },
    groups: groups.map(({ source, supports, comments, marks, from, to, boards }) => ({
      ...{ source, supports, comments, marks, boards: boards.map(({ title }) => title).join(", ") },
      ...{ from: dayAndClock(from), to: dayAndClock(to) },
    })),
    released: Number(new URL(args.request.url).searchParams.get("released") ?? 0),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const sources = [typed.source ?? []].flat();
  if (sources.length === 0) {
    return refuse(args.context, typed, { source: ["Choose what is let out"] });
  }
  const done = await releaseQuarantined(ctx, { sources });
  if (!done.ok && done.reason === "not_allowed") throw forbidden();
  const released = done.ok ? done.released : 0;
  return redirect(`/manage/moderation/quarantine?released=${released}`, 303);
}

export default function Quarantine() {
  const { counts, limits, groups, released } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  return (
    <Page
      title={TITLE}
      lede="What came from one connection faster than people are. It is kept, counts nowhere, and nobody sees it."
      head={<ModerationNav on="quarantine" counts={counts} />}
      notice={
        refused ? (
          <ErrorSummary errors={summaryOf(refused)} />
        ) : (
          released > 0 && (
            <NotificationBanner success>
              {released === 1 ? "One is out and counts." : `${released} are out and count.`}
            </NotificationBanner>
          )
        )
      }
    >
      {groups.length === 0 ? (
        <EmptyState title="Nothing is in quarantine" icon="sun">
          <p>
            More than {limits.supports} supports of one idea, {limits.comments} comments or {limits.markers}{" "}
            people’s marks from one connection in {limits.minutes} minutes are put aside here.
          </p>
        </EmptyState>
      ) : (
        <form className="rh-narrow" method="post" action={here.split("?")[0]} noValidate>
          <FormToken />
          <Checkboxes
            name="source"
            legend="What is let out?"
            hint="A full hall on one network can look like a script. The network address is kept nowhere."
            error={refused?.fields.source?.[0]}
            items={groups.map(({ source, supports, comments, marks, boards, from, to }) => ({
              value: source,
              label: [
                supports > 0 && `${supports} supports`,
                comments > 0 && `${comments} comments`,
                marks > 0 && `${marks} marks`,
              ]
                .filter(Boolean)
                .join(", "),
              hint: `${boards}. From ${from} to ${to}.`,
            }))}
          />
          <Button>Let them out, to count</Button>
        </form>
      )}
    </Page>
  );
}
