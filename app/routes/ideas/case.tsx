import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { appealJudged } from "~/features/ideas/appeal-removal.server";
import { CaseFacts } from "~/features/ideas/CaseFacts";
import { CaseForms } from "~/features/ideas/CaseForms";
import { CaseHandOvers } from "~/features/ideas/CaseHandOvers";
import { judgeAtOnce, judgeCase } from "~/features/ideas/judge-case.server";
import { may } from "~/features/ideas/may";
import { noteHandOver } from "~/features/ideas/note-hand-over.server";
import { pauseComments } from "~/features/ideas/pause-comments.server";
import { findCase } from "~/features/ideas/read-cases.server";
import { findHandOvers, listCalls } from "~/features/ideas/read-rota.server";
import { takeCase } from "~/features/ideas/take-case.server";
import { namesOfAccounts } from "~/features/people/read-accounts.server";
import { getBorough } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one, summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

const titleOf = (kind: string) => (kind === "idea" ? "An idea to look at" : "A comment to look at");

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? titleOf(args.data.case.subjectKind) : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findCase(ctx, args.params.case ?? "");
  if (!found) throw missing();
  const { words, board, reports, before } = found;
  const people = [found.case, ...before].flatMap((row) => [row.seenBy, row.decidedBy, row.appealBy]);
  const { safeguardingAdults, safeguardingChildren } = (await getBorough(ctx)).contacts;
  return {
    case: found.case,
    ...{ reports, before, board: { slug: board.slug, title: board.title } },
    words: { text: words.text, state: words.state, shownName: words.shownName, idea: words.idea },
    createdAt: words.createdAt,
    names: await namesOfAccounts(
      ctx,
      people.flatMap((id) => id ?? []),
    ),
    calls: found.case.isWorrying ? await listCalls(ctx, found.case.id) : [],
    handOvers: found.case.isWorrying ? await findHandOvers(ctx, found.case.id) : null,
    mayJudgeAppeal: may.judgeAppeal(ctx.actor, board, found.case.decidedBy),
    danger: { adults: safeguardingAdults, children: safeguardingChildren },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.case ?? "";
  const found = await findCase(ctx, id);
  if (!found) throw missing();
  const typed = await typedIn(args.request);
  const subject = { kind: found.case.subjectKind, id: found.case.subjectId };
  const acts = {
    take: () => takeCase(ctx, { id }),
    judge: () => judgeCase(ctx, { id, typed }),
    again: () => judgeAtOnce(ctx, { subject, typed }),
    appeal: () => appealJudged(ctx, { id, typed }),
    pass: () => noteHandOver(ctx, { id, typed }),
    pause: () => pauseComments(ctx, { id: found.case.ideaId, paused: one(typed, "paused") === "yes" }),
  };
  const act = acts[one(typed, "act") as keyof typeof acts];
  if (!act) throw missing();
  const done = await act();
  const here = `/manage/moderation/${id}`;
  if (done.ok || done.reason === "changed") return redirect(here, 303);
  if (done.reason === "merged") {
    return refuse(args.context, typed, { "": ["It was joined to another idea. Undo that first."] });
  }
  if (done.reason === "own_removal") {
    return refuse(args.context, typed, { "": ["You removed it. Somebody else decides about the appeal."] });
  }
  return follow(args.context, typed, done, here);
}

export default function CasePage() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { case: found, words, danger } = data;
  return (
    <Page
      title={titleOf(found.subjectKind)}
      caption={data.board.title}
      back={{ href: "/manage/moderation", text: "What people wrote" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      {found.isWorrying && (
        <WarningText>
          Somebody may be in danger. At once, ring 999. Worried about an adult: {danger.adults}. About a
          child: {danger.children}. This page does not pass it on.
        </WarningText>
      )}
      <CaseFacts {...data} />
      <CaseForms
        found={found}
        isPaused={words.idea.commentsPaused}
        mayJudgeAppeal={data.mayJudgeAppeal}
        refused={refused}
        proof={<FormToken />}
      />
      {found.isWorrying && (
        <CaseHandOvers
          handOvers={data.handOvers}
          here={`/manage/moderation/${found.id}`}
          refused={refused}
          proof={<FormToken />}
        />
      )}
    </Page>
  );
}
