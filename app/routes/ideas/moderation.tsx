import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CaseTable } from "~/features/ideas/CaseTable";
import { ModerationNav } from "~/features/ideas/ModerationNav";
import { reachOf } from "~/features/ideas/may";
import { LOOK_WITHIN_HOURS } from "~/features/ideas/moderation";
import { CASE_VIEWS, countCases, listCases } from "~/features/ideas/read-cases.server";
import { listOnTurn } from "~/features/ideas/read-rota.server";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { WarningText } from "~/ui/WarningText";

const TITLE = "What people wrote";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "judge").length === 0) throw forbidden();
  const query = new URL(args.request.url).searchParams;
  const view = CASE_VIEWS.find((one) => one === query.get("view")) ?? "waiting";
  return {
    view,
    counts: await countCases(ctx),
    onTurn: (await listOnTurn(ctx)).map(({ name, role, part }) => ({ name, role, part })),
    now: ctx.now,
    after: query.get("after") !== null,
    ...(await listCases(ctx, view, query.get("after") ?? undefined)),
  };
}

const EMPTY = {
  waiting: ["Nothing waits to be read", "New ideas and comments that need a person will stand here."],
  appeals: ["No appeal waits", "Authors can ask once for a removal to be looked at again."],
  removed: [
    "Nothing was removed",
    "What is taken off stands here, with the reason that its author was told.",
  ],
} as const;

export default function Moderation() {
  const { view, counts, cases, more, onTurn, now, after } = useLoaderData<typeof loader>();
  const lead = onTurn[0];
  return (
    <Page title={TITLE} head={<ModerationNav on={view} counts={counts} />}>
      {counts.worrying > 0 && (
        <WarningText>
          {counts.worrying === 1 ? "One text tells" : `${counts.worrying} texts tell`} of danger to somebody.
          Look at {counts.worrying === 1 ? "it" : "them"} first, within {LOOK_WITHIN_HOURS} hours.
        </WarningText>
      )}
      <p>
        {lead ? (
          <>
            Safeguarding today: {lead.name}, {lead.role} ({lead.part}).
          </>
        ) : (
          <>
            Nobody is on the safeguarding rota today. <a href="/manage/moderation/rota">Put somebody on it</a>
          </>
        )}
      </p>
      {cases.length === 0 ? (
        <EmptyState title={after ? "These were the last" : EMPTY[view][0]} icon="talk">
          <p>{EMPTY[view][1]}</p>
        </EmptyState>
      ) : (
        <CaseTable
          cases={cases as unknown as Parameters<typeof CaseTable>[0]["cases"]}
          view={view}
          now={new Date(now)}
        />
      )}
      {more && (
        <p>
          <a href={`/manage/moderation?view=${view}&after=${more}`}>More</a>
        </p>
      )}
    </Page>
  );
}
