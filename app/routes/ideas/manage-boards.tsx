import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/ideas/may";
import { listBoardsForStaff } from "~/features/ideas/read-boards.server";
import { getBoardChoices } from "~/features/ideas/read-staff.server";
import { standingOf } from "~/features/ideas/rules";
import { STANDING_WORDS, timesWords } from "~/features/ideas/staff-words";
import { forbidden } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Idea boards");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.work(ctx.actor)) throw forbidden();
  const { wholeBorough, neighbourhoods } = await getBoardChoices(ctx);
  return {
    boards: (await listBoardsForStaff(ctx)).map(({ board, ideas, support }) => ({
      ...{ slug: board.slug, title: board.title, ideas, support, times: timesWords(board) },
      standing: standingOf(board, ctx.now),
      adds: board.state === "published" && may.add(ctx.actor, board),
    })),
    makes: may.editBoards(ctx.actor) && (wholeBorough || neighbourhoods.length > 0),
  };
}

export default function ManageBoards() {
  const { boards, makes } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Idea boards"
      lede="What is asked, what has come in, and what is open."
      head={
        <ButtonRow>
          {makes && <ButtonLink href="/manage/ideas/new">Make a board</ButtonLink>}
          {boards.some((one) => one.adds) && <a href="/manage/ideas/add">Put an idea in for somebody</a>}
        </ButtonRow>
      }
    >
      {boards.length === 0 ? (
        <EmptyState title="There is no board yet" icon="talk">
          <p>A board asks one question. People post ideas to it and support those of others.</p>
        </EmptyState>
      ) : (
        <Table
          caption="All boards"
          cards
          rows={boards}
          rowKey={({ slug }) => slug}
          columns={[
            {
              header: "Board",
              cell: ({ slug, title, standing }) => (
                <>
                  <a href={`/manage/ideas/${slug}`}>{title}</a>{" "}
                  <Tag colour={STANDING_WORDS[standing].colour}>{STANDING_WORDS[standing].text}</Tag>
                </>
              ),
            },
            { header: "Open", cell: ({ times }) => times },
            { header: "Ideas shown", numeric: true, cell: ({ ideas }) => ideas },
            { header: "Support", numeric: true, cell: ({ support }) => support },
          ]}
        />
      )}
    </Page>
  );
}
