import { atNoon } from "~/features/places/staff-words";
import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { listQuotesForStaff } from "./read-quotes.server";

type QuoteTableProps = {
  slug: string;
  quotes: Awaited<ReturnType<typeof listQuotesForStaff>>;
  needed: number;
};

/** Quotes of a survey that are proposed or out, each with what can be done next. */
export function QuoteTable({ slug, quotes, needed }: QuoteTableProps) {
  return (
    <Table
      caption="Quotes"
      captionHidden
      cards
      rowHeaders={false}
      rows={quotes}
      rowKey={(quote) => quote.id}
      columns={[
        {
          header: "Words",
          cell: ({ words, question }) => (
            <>
              <q dir="auto">{words}</q>
              <span className="rh-note">{question}</span>
            </>
          ),
        },
        {
          header: "About",
          cell: ({ themes }) => themes.map((theme) => theme.plainLabel).join(", ") || "None of the themes",
        },
        {
          header: "Where it stands",
          cell: ({ state, checkedBy, by, publishedDay }) =>
            state === "published" ? (
              <>
                <Tag colour="green">Published</Tag> {publishedDay && plainDay(atNoon(publishedDay))}
              </>
            ) : (
              <>
                <Tag colour="yellow">To be looked at</Tag>
                <span className="rh-note">
                  Proposed by {by}. {checkedBy.length} of {needed} have looked.
                </span>
              </>
            ),
        },
        {
          header: "Next",
          cell: ({ id, state, words }) => (
            <a href={`/manage/surveys/${slug}/quotes/${id}${state === "published" ? "/withdraw" : ""}`}>
              {state === "published" ? "Take it back" : "Look at it"}
              <span className="govuk-visually-hidden">: “{words.slice(0, 60)}”</span>
            </a>
          ),
        },
      ]}
    />
  );
}
