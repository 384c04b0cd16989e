import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { CodingProgress } from "./read-words.server";

/** How far the words of each question have been read, with the way to each list. */
export function WordTable({ slug, boxes }: { slug: string; boxes: readonly CodingProgress[] }) {
  const at = (box: CodingProgress) => `/manage/surveys/${slug}/words/${box.key}`;
  return (
    <Table
      caption="Questions that people answer in their own words"
      captionHidden
      cards
      rows={boxes}
      rowKey={(box) => box.key}
      columns={[
        {
          header: "Question",
          cell: (box) => (
            <>
              <a href={at(box)}>{box.title}</a>
              {box.isOther && <span className="rh-note">Words beside “Other, please say”</span>}
            </>
          ),
        },
        {
          header: "Read",
          cell: (box) => (
            <>
              {box.texts === 0 ? "No answers yet" : `${box.read} of ${box.texts}`}{" "}
              {box.isDone && <Tag colour="green">All read</Tag>}
              {box.danger > 0 && <Tag colour="red">{`${box.danger} may be in danger`}</Tag>}
            </>
          ),
        },
        {
          header: "By a second person",
          cell: (box) => (box.sample === 0 ? "No sample yet" : `${box.second} of a sample of ${box.sample}`),
        },
        {
          header: "How alike",
          cell: (box) => (
            <a href={`${at(box)}/agreement`}>
              Agreement<span className="govuk-visually-hidden"> on {box.title}</span>
            </a>
          ),
        },
      ]}
    />
  );
}
