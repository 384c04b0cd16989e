import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closeBoard } from "~/features/ideas/close-board.server";
import { may } from "~/features/ideas/may";
import { findBoardForStaff } from "~/features/ideas/read-staff.server";
import { standingOf } from "~/features/ideas/rules";
import { dayAndClock } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Close this board now?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const board = await findBoardForStaff(ctx, args.params.board ?? "");
  if (!board) throw missing();
  if (!may.editBoard(ctx.actor, board)) throw forbidden();
  const { slug, title, closesAt } = board;
  if (standingOf(board, ctx.now) !== "open") throw redirect(`/manage/ideas/${slug}`, 303);
  return { slug, title, closes: dayAndClock(closesAt) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.board ?? "";
  const closed = await closeBoard(ctx, { slug });
  if (closed.ok) return redirect(`/manage/ideas/${slug}?done=closed`, 303);
  if (closed.reason === "missing") throw missing();
  if (closed.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/ideas/${slug}`, 303);
}

export default function CloseBoard() {
  const { slug, title, closes } = useLoaderData<typeof loader>();
  return (
    <Page title={TITLE} caption={title} back={{ href: `/manage/ideas/${slug}`, text: "The board" }}>
      <form method="post" action={`/manage/ideas/${slug}/close`}>
        <FormToken />
        <p>
          People have been told that it is open until {closes}. Once it is closed nobody can post an idea,
          support one or take support back. All can be read as before.
        </p>
        <ButtonRow>
          <Button variant="warning">Close it now</Button>
          <ButtonLink href={`/manage/ideas/${slug}`} variant="secondary">
            No, leave it open
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
