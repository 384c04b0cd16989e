import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { IdeaSeen } from "./read.server";
import { ORIGIN_WORDS, STATE_WORDS } from "./staff-words";

/** Ideas of one board as staff see them, whatever became of them. */
export function IdeaTable({ ideas, board }: { ideas: readonly IdeaSeen[]; board: string }) {
  return (
    <Table
      caption="Ideas"
      captionHidden
      cards
      rows={ideas}
      rowKey={({ idea }) => idea.id}
      columns={[
        {
          header: "Idea",
          cell: ({ idea }) => (
            <>
              <a href={`/manage/ideas/${board}/${idea.slug}`} lang={idea.locale} dir="auto">
                {idea.title}
              </a>{" "}
              <Tag colour={STATE_WORDS[idea.state].colour}>{STATE_WORDS[idea.state].text}</Tag>
            </>
          ),
        },
        { header: "Where", cell: ({ neighbourhood }) => neighbourhood?.name ?? "Whole borough" },
        { header: "From", cell: ({ idea }) => ORIGIN_WORDS[idea.origin] },
        { header: "Came in", cell: ({ idea }) => plainDay(idea.createdAt) },
        { header: "Comments", numeric: true, cell: ({ idea }) => idea.commentCount },
        { header: "Support", numeric: true, cell: ({ idea }) => idea.supportCount },
      ]}
    />
  );
}
