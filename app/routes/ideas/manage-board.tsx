import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { IdeaTable } from "~/features/ideas/IdeaTable";
import { may } from "~/features/ideas/may";
import { countByState } from "~/features/ideas/read-boards.server";
import { findBoardForStaff, listIdeasForStaff } from "~/features/ideas/read-staff.server";
import { standingOf } from "~/features/ideas/rules";
import {
  DONE_WORDS,
  STANDING_WORDS,
  STATE_WORDS,
  STATES,
  supportWords,
  timesWords,
} from "~/features/ideas/staff-words";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { EmptyState } from "~/ui/EmptyState";
import { FilterRow } from "~/ui/FilterRow";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Select } from "~/ui/Select";
import { SummaryList } from "~/ui/SummaryList";
import { Tag } from "~/ui/Tag";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.board.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const board = await findBoardForStaff(ctx, args.params.board ?? "");
  if (!board) throw missing();
  const query = new URL(args.request.url).searchParams;
  const state = STATES.find((one) => one === query.get("state"));
  const q = (query.get("q") ?? "").trim().slice(0, 100);
  const after = query.get("after") ?? undefined;
  return {
    board: { slug: board.slug, title: board.title, question: board.question },
    facts: { times: timesWords(board), support: supportWords(board), asksLink: board.asksLink },
    before: board.moderation === "before",
    standing: standingOf(board, ctx.now),
    agrees: board.findsAgreement,
    edits: may.editBoard(ctx.actor, board),
    adds: board.state === "published" && may.add(ctx.actor, board),
    counts: await countByState(ctx, board.id),
    chosen: { state: state ?? "", q },
    list: await listIdeasForStaff(ctx, board, { state, q, after }),
    done: DONE_WORDS[query.get("done") ?? ""] ?? null,
  };
}

export default function ManageBoard() {
  const { board, facts, before, standing, agrees, edits, adds, counts, chosen, list, done } =
    useLoaderData<typeof loader>();
  const here = `/manage/ideas/${board.slug}`;
  const next = new URLSearchParams({ ...chosen, after: list.next ?? "" });
  return (
    <Page
      title={board.title}
      lede={board.question}
      back={{ href: "/manage/ideas", text: "Idea boards" }}
      notice={done && <NotificationBanner success text={done} />}
      head={
        <>
          <p>
            <Tag colour={STANDING_WORDS[standing].colour}>{STANDING_WORDS[standing].text}</Tag>
          </p>
          <ButtonRow>
            {edits && standing === "draft" && (
              <form method="post" action={`${here}/publish`}>
                <FormToken />
                <Button>Publish the board</Button>
              </form>
            )}
            {adds && <ButtonLink href={`/manage/ideas/add?board=${board.slug}`}>Put an idea in</ButtonLink>}
            {edits && <a href={`${here}/edit`}>Change the board</a>}
            {adds && agrees && <a href={`${here}/statements`}>Statements to mark</a>}
            {edits && standing === "open" && <a href={`${here}/close`}>Close it now</a>}
            <a href={`/ideas/${board.slug}`}>
              {standing === "draft" ? "How it will look" : "As people see it"}
            </a>
          </ButtonRow>
        </>
      }
    >
      <SummaryList
        rows={[
          { key: "Open", value: facts.times },
          { key: "Support", value: facts.support },
          { key: "A person reads ideas", value: before ? "Before they are shown" : "After they are shown" },
          { key: "A link in an email", value: facts.asksLink ? "Has to be opened first" : "Not needed" },
          {
            key: "Ideas",
            value: STATES.map((state) => `${STATE_WORDS[state].text}: ${counts[state] ?? 0}`).join(", "),
          },
        ]}
      />
      <h2>Ideas</h2>
      <FilterRow
        action={here}
        words={{ label: "Words in an idea that is shown", value: chosen.q }}
        all={Object.values(chosen).some(Boolean) && here}
      >
        <Select
          name="state"
          label="State"
          defaultValue={chosen.state}
          items={[
            { value: "", text: "All" },
            ...STATES.map((value) => ({ value, text: STATE_WORDS[value].text })),
          ]}
        />
      </FilterRow>
      {list.ideas.length === 0 ? (
        <EmptyState title="No ideas here" icon="talk">
          <p>
            {counts.live ? "Choose another state, or other words." : "They are listed here as they come in."}
          </p>
        </EmptyState>
      ) : (
        <IdeaTable ideas={list.ideas} board={board.slug} />
      )}
      {list.next && (
        <p>
          <a href={`${here}?${next}`}>More ideas</a>
        </p>
      )}
    </Page>
  );
}
