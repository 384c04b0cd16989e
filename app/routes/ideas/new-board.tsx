import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BOARD_ORDER, BoardFields } from "~/features/ideas/BoardFields";
import { createBoard } from "~/features/ideas/create-board.server";
import { may } from "~/features/ideas/may";
import { getBoardChoices } from "~/features/ideas/read-staff.server";
import { HOUSE_RULES } from "~/features/ideas/rules";
import { FormToken } from "~/routes/FormToken";
import { forbidden, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Make a board");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.editBoards(ctx.actor)) throw forbidden();
  return { choices: await getBoardChoices(ctx), houseRules: HOUSE_RULES };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const made = await createBoard(ctx, { typed });
  if (made.ok) return redirect(`/manage/ideas/${made.slug}?done=created`, 303);
  return refuse(args.context, typed, made.fields);
}

export default function NewBoard() {
  const { choices, houseRules } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const begun = {
    houseRules,
    opensClock: "09:00",
    closesClock: "17:00",
    support: "one",
    moderation: "after",
  };
  return (
    <Page
      title="Make a board"
      lede="It is saved as a draft first. Nobody but staff sees it until you publish it."
      back={{ href: "/manage/ideas", text: "Idea boards" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, BOARD_ORDER)} />}
    >
      <form className="rh-narrow rh-parts" method="post" action="/manage/ideas/new" noValidate>
        <FormToken />
        <BoardFields typed={refused?.typed ?? begun} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save the draft</Button>
      </form>
    </Page>
  );
}
