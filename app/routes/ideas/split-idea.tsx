import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/ideas/may";
import { findIdeaForStaff } from "~/features/ideas/read-staff.server";
import { MOST } from "~/features/ideas/rules";
import { splitIdea } from "~/features/ideas/split-idea.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Fieldset } from "~/ui/Fieldset";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one } from "~/ui/typed";

const TITLE = "Make two ideas of it";
const ORDER = ["title", "text", "otherTitle", "otherText", "reason"];

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findIdeaForStaff(ctx, args.params.board ?? "", args.params.idea ?? "");
  if (!found) throw missing();
  const { idea, board } = found;
  if (!may.arrange(ctx.actor, board)) throw forbidden();
  if (idea.state !== "live") throw redirect(`/manage/ideas/${board.slug}/${idea.slug}`, 303);
  return {
    idea: { slug: idea.slug, title: idea.title },
    board: { slug: board.slug },
    typed: { title: idea.title, text: idea.text, otherText: idea.text },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { board = "", idea = "" } = args.params;
  const found = await findIdeaForStaff(ctx, board, idea);
  if (!found) throw missing();
  const typed = await typedIn(args.request);
  const split = await splitIdea(ctx, { id: found.idea.id, typed });
  return follow(args.context, typed, split, `/manage/ideas/${board}/${idea}?done=split`);
}

export default function SplitIdea() {
  const { idea, board, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/manage/ideas/${board.slug}/${idea.slug}`;
  const field = (name: string) => ({
    name,
    error: refused?.fields[name]?.[0],
    defaultValue: one(refused?.typed ?? typed, name),
  });
  return (
    <Page
      title={TITLE}
      caption={idea.title}
      lede="Use the author’s own words for both. The author is named beside both; support stays with the first."
      back={{ href: back, text: "The idea" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, ORDER)} />}
    >
      <form className="rh-narrow rh-parts" method="post" action={`${back}/split`} noValidate>
        <FormToken />
        <Fieldset legend="What stays here" legendSize="l">
          <TextInput {...field("title")} label="Heading" maxLength={MOST.title} autoComplete="off" />
          <Textarea {...field("text")} label="Words" rows={5} maxLength={MOST.text} />
        </Fieldset>
        <Fieldset legend="The new idea" legendSize="l">
          <TextInput {...field("otherTitle")} label="Its heading" maxLength={MOST.title} autoComplete="off" />
          <Textarea {...field("otherText")} label="Its words" rows={5} maxLength={MOST.text} />
        </Fieldset>
        <Textarea
          {...field("reason")}
          label="Why"
          hint="The author reads it, if they left an address."
          rows={2}
        />
        <Button>Make two ideas</Button>
      </form>
    </Page>
  );
}
