import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findActivityLink } from "~/features/engagement/read.server";
import { BOARD_ORDER, BoardFields, typedBoard } from "~/features/ideas/BoardFields";
import { editBoard } from "~/features/ideas/edit-board.server";
import { may } from "~/features/ideas/may";
import { findBoardForStaff, getBoardChoices } from "~/features/ideas/read-staff.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import { wallOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Change the board");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const board = await findBoardForStaff(ctx, args.params.board ?? "");
  if (!board) throw missing();
  if (!may.editBoard(ctx.actor, board)) throw forbidden();
  const near = (await listNeighbourhoods(ctx)).find((one) => one.id === board.neighbourhoodId);
  const [opens, closes] = [wallOf(board.opensAt), wallOf(board.closesAt)];
  return {
    slug: board.slug,
    title: board.title,
    typed: {
      ...typedBoard(board),
      neighbourhood: near?.slug ?? "",
      activity: (await findActivityLink(ctx, board.activityId))?.slug ?? "",
      opensDay: opens.slice(0, 10),
      opensClock: opens.slice(11),
      closesDay: closes.slice(0, 10),
      closesClock: closes.slice(11),
    },
    choices: await getBoardChoices(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.board ?? "";
  const typed = await typedIn(args.request);
  const edited = await editBoard(ctx, { slug, typed });
  return follow(args.context, typed, edited, `/manage/ideas/${slug}?done=edited`);
}

export default function EditBoard() {
  const { slug, title, typed, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="Change the board"
      caption={title}
      back={{ href: `/manage/ideas/${slug}`, text: "The board" }}
      notice={refused && <ErrorSummary errors={inOrder(refused, BOARD_ORDER)} />}
    >
      <form className="rh-narrow rh-parts" method="post" action={`/manage/ideas/${slug}/edit`} noValidate>
        <FormToken />
        <BoardFields typed={refused?.typed ?? typed} fields={refused?.fields ?? {}} {...choices} />
        <Button>Save changes</Button>
      </form>
    </Page>
  );
}
