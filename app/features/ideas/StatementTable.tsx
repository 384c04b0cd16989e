import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

type StatementTableProps = {
  statements: readonly {
    id: string;
    text: string;
    state: string;
    idea: { slug: string; title: string } | null;
    /** Whoever wrote it does not let it through. */
    mayCheck: boolean;
  }[];
  board: string;
  mayJudge: boolean;
};

/** Statements of a board for staff. Inside a form that shows one by its `show` and takes one off by `withdraw`. */
export function StatementTable({ statements, board, mayJudge }: StatementTableProps) {
  return (
    <Table
      caption="Statements"
      captionHidden
      cards
      rows={statements}
      rowKey={({ id }) => id}
      columns={[
        {
          header: "Statement",
          cell: ({ text, idea }) => (
            <>
              {text}
              {idea && (
                <span className="rh-note">
                  From <a href={`/ideas/${board}/${idea.slug}`}>{idea.title}</a>
                </span>
              )}
            </>
          ),
        },
        {
          header: "Where it stands",
          cell: ({ state }) =>
            state === "shown" ? <Tag colour="green">Shown</Tag> : <Tag colour="yellow">To be read</Tag>,
        },
        {
          header: "Next",
          cell: ({ id, state, text, mayCheck }) =>
            mayJudge && (
              <ButtonRow>
                {state === "waiting" && mayCheck && (
                  <Button variant="secondary" small name="show" value={id}>
                    Show it<span className="govuk-visually-hidden">: {text}</span>
                  </Button>
                )}
                <Button variant="secondary" small name="withdraw" value={id}>
                  Take it off<span className="govuk-visually-hidden">: {text}</span>
                </Button>
              </ButtonRow>
            ),
        },
      ]}
    />
  );
}
