import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/ideas/may";
import { mergeIdeas } from "~/features/ideas/merge-ideas.server";
import { listSimilar } from "~/features/ideas/read-similar.server";
import { findIdeaForStaff, listIdeasForStaff } from "~/features/ideas/read-staff.server";
import { shortened } from "~/features/ideas/shortened";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { FilterRow } from "~/ui/FilterRow";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

const TITLE = "Join it to another idea";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findIdeaForStaff(ctx, args.params.board ?? "", args.params.idea ?? "");
  if (!found) throw missing();
  const { idea, board } = found;
  if (!may.arrange(ctx.actor, board)) throw forbidden();
  if (idea.state !== "live") throw redirect(`/manage/ideas/${board.slug}/${idea.slug}`, 303);
  const q = (new URL(args.request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  const others = q
    ? (await listIdeasForStaff(ctx, board, { state: "live", q })).ideas
    : await listSimilar(ctx, board, idea);
  return {
    idea: { slug: idea.slug, title: idea.title, support: idea.supportCount },
    board: { slug: board.slug },
    q,
    others: others
      .filter((other) => other.idea.id !== idea.id)
      .map(({ idea: { id, title, text, supportCount } }) => ({
        value: id,
        label: title,
        hint: `${shortened(text)} Support: ${supportCount}.`,
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { board = "", idea = "" } = args.params;
  const found = await findIdeaForStaff(ctx, board, idea);
  if (!found) throw missing();
  const typed = await typedIn(args.request);
  const merged = await mergeIdeas(ctx, { id: found.idea.id, typed });
  if (merged.ok) return redirect(`/manage/ideas/${board}/${merged.slug}?done=merged`, 303);
  if (merged.fields) return refuse(args.context, typed, merged.fields);
  throw merged.reason === "not_allowed" ? forbidden() : missing();
}

export default function MergeIdea() {
  const { idea, board, q, others } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/manage/ideas/${board.slug}/${idea.slug}`;
  const here = `${back}/merge`;
  const posted = useHere();
  return (
    <Page
      title={TITLE}
      caption={idea.title}
      lede="Its address then leads to the other one. Whoever supports both counts once, its author is named there, and you can undo it."
      back={{ href: back, text: "The idea" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <FilterRow action={here} words={{ label: "Find another idea by its words", value: q }} all={q && here}>
        {null}
      </FilterRow>
      {others.length === 0 ? (
        <EmptyState title={q ? "No other idea has these words" : "No other idea is like it"} icon="talk">
          <p>Look for words that the other idea has in its heading.</p>
        </EmptyState>
      ) : (
        <form className="rh-narrow" method="post" action={posted} noValidate>
          <FormToken />
          <Radios
            name="into"
            legend="Which idea does it go into?"
            legendSize="m"
            error={refused?.fields.into?.[0]}
            value={one(refused?.typed ?? {}, "into")}
            items={others}
          />
          <Textarea
            name="reason"
            label="Why"
            hint="Authors of both, and supporters of this one, read it if they left an address."
            error={refused?.fields.reason?.[0]}
            defaultValue={one(refused?.typed ?? {}, "reason")}
            rows={2}
          />
          <Button>Join them</Button>
        </form>
      )}
    </Page>
  );
}
