import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addStatement } from "~/features/ideas/add-statement.server";
import { checkStatement } from "~/features/ideas/check-statement.server";
import { may } from "~/features/ideas/may";
import { LONGEST } from "~/features/ideas/moderation-forms";
import { findBoardRow } from "~/features/ideas/read.server";
import { listSources, listStatements } from "~/features/ideas/read-statements.server";
import { StatementTable } from "~/features/ideas/StatementTable";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one } from "~/ui/typed";

const TITLE = "Statements to mark";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const board = await findBoardRow(ctx, { slug: args.params.board ?? "" });
  if (!board?.findsAgreement || !may.read(ctx.actor, board)) throw missing();
  if (!may.add(ctx.actor, board)) throw forbidden();
  const statements = await listStatements(ctx, board.id, "waiting", "shown");
  const sources = await listSources(ctx, statements);
  return {
    board: { slug: board.slug, title: board.title },
    statements: statements.map(({ id, text, state, addedBy, ideaId }) => ({
      ...{ id, text, state },
      idea: ideaId ? (sources.get(ideaId) ?? null) : null,
      mayCheck: may.checkStatement(ctx.actor, board, addedBy),
    })),
    mayJudge: may.judge(ctx.actor, board),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { board = "" } = args.params;
  const typed = await typedIn(args.request);
  const here = `/manage/ideas/${board}/statements`;
  const [show, withdraw] = [one(typed, "show"), one(typed, "withdraw")];
  if (show || withdraw) {
    const done = await checkStatement(ctx, { id: show || withdraw, to: show ? "shown" : "withdrawn" });
    if (!done.ok && done.reason === "missing") throw missing();
    if (!done.ok && done.reason === "not_allowed") throw forbidden();
    if (!done.ok && done.reason === "own") {
      return refuse(args.context, {}, { "": ["Somebody else than who wrote it lets a statement through."] });
    }
    return redirect(here, 303);
  }
  const added = await addStatement(ctx, { board, typed });
  if (!added.ok && added.reason === "full") {
    return refuse(args.context, typed, { "": ["There are as many statements as people will mark."] });
  }
  return follow(args.context, typed, added, here);
}

export default function Statements() {
  const { board, statements, mayJudge } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  return (
    <Page
      title={TITLE}
      caption={board.title}
      lede="Short sentences that somebody can agree or disagree with, one thought each. Somebody else reads a statement before it is shown."
      back={{ href: `/ideas/${board.slug}`, text: board.title }}
      notice={refused && <ErrorSummary errors={inOrder(refused, ["text", "idea"])} />}
    >
      {statements.length === 0 ? (
        <EmptyState title="There are no statements yet" icon="talk">
          <p>Ten to twenty are enough to find what people agree on.</p>
        </EmptyState>
      ) : (
        <form method="post" action={here}>
          <FormToken />
          <StatementTable statements={statements} board={board.slug} mayJudge={mayJudge} />
        </form>
      )}
      <form className="rh-narrow" method="post" action={here} noValidate>
        <FormToken />
        <h2>Add a statement</h2>
        <TextInput
          name="text"
          label="The statement"
          hint={`At most ${LONGEST.statement} characters. It names nobody.`}
          defaultValue={one(refused?.typed ?? {}, "text")}
          error={refused?.fields.text?.[0]}
        />
        <TextInput
          name="idea"
          label="The idea that it says in short (you can leave it out)"
          hint="The last part of the idea’s address."
          width={30}
          defaultValue={one(refused?.typed ?? {}, "idea")}
          error={refused?.fields.idea?.[0]}
        />
        <Button>Add it</Button>
      </form>
    </Page>
  );
}
