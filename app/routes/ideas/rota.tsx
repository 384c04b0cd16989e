import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { arrangeTurn, arrangeTurnEnd } from "~/features/ideas/arrange-turn.server";
import { ModerationNav } from "~/features/ideas/ModerationNav";
import { may, reachOf } from "~/features/ideas/may";
import { LOOK_WITHIN_HOURS } from "~/features/ideas/moderation";
import { countCases } from "~/features/ideas/read-cases.server";
import { listTurns } from "~/features/ideas/read-rota.server";
import { TurnFields } from "~/features/ideas/TurnFields";
import { TurnTable } from "~/features/ideas/TurnTable";
import { listSuccessors } from "~/features/people/read-accounts.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder, one } from "~/ui/typed";

const TITLE = "Safeguarding rota";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (reachOf(ctx.actor, "judge").length === 0) throw forbidden();
  const mayArrange = may.arrangeRota(ctx.actor);
  return {
    counts: await countCases(ctx),
    turns: await listTurns(ctx),
    people: mayArrange ? await listSuccessors(ctx) : [],
    mayArrange,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const end = one(typed, "end");
  if (end) {
    const ended = await arrangeTurnEnd(ctx, { id: end });
    if (!ended.ok && ended.reason === "not_allowed") throw forbidden();
    return redirect("/manage/moderation/rota", 303);
  }
  return follow(args.context, typed, await arrangeTurn(ctx, { typed }), "/manage/moderation/rota");
}

const ORDER = ["account", "part", "role", "fromDay", "toDay"];

export default function Rota() {
  const { counts, turns, people, mayArrange } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  return (
    <Page
      title={TITLE}
      lede={`Who looks when words may tell of danger to somebody. The lead is told at once; if nobody looks in ${LOOK_WITHIN_HOURS} hours, the next person is.`}
      head={<ModerationNav on="rota" counts={counts} />}
      notice={refused && <ErrorSummary errors={inOrder(refused, ORDER)} />}
    >
      {turns.length === 0 ? (
        <EmptyState title="Nobody is on the rota" icon="people">
          <p>Put a lead and somebody as cover on it, so that a worry never waits for one person.</p>
        </EmptyState>
      ) : (
        <form method="post" action={here}>
          <FormToken />
          <TurnTable turns={turns} mayEnd={mayArrange} />
        </form>
      )}
      {mayArrange && (
        <form className="rh-narrow" method="post" action={here} noValidate>
          <FormToken />
          <h2>Put somebody on it</h2>
          <TurnFields people={people} refused={refused} />
          <Button>Put on the rota</Button>
        </form>
      )}
    </Page>
  );
}
