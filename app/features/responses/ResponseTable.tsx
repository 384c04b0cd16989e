import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { KIND_COLOURS } from "./ResponseCards";
import type { ResponseSeen } from "./read.server";
import { KIND_WORDS } from "./rules";

const STATES = { draft: "Draft", published: "Published", withdrawn: "Taken back" } as const;

/** Answers as staff see them, drafts and withdrawn ones too. */
export function ResponseTable({
  caption,
  responses,
}: {
  caption: string;
  responses: readonly ResponseSeen[];
}) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      cards
      rows={responses}
      rowKey={({ response }) => response.id}
      columns={[
        {
          header: "Answer",
          cell: ({ response }) => (
            <a href={`/manage/answers/${response.id}`} dir="auto">
              {response.text.length > 100 ? `${response.text.slice(0, 99).trimEnd()}…` : response.text}
            </a>
          ),
        },
        {
          header: "Kind",
          cell: ({ response }) => <Tag colour={KIND_COLOURS[response.kind]}>{KIND_WORDS[response.kind]}</Tag>,
        },
        { header: "State", cell: ({ response }) => STATES[response.state] },
        {
          header: "Day",
          cell: ({ response }) => plainDay(response.publishedAt ?? response.createdAt),
        },
      ]}
    />
  );
}
