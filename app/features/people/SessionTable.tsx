import type { ReactNode } from "react";
import { dayAndClock } from "~/platform/london";
import { Button } from "~/ui/Button";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

type ListedSession = { id: string; browser: string; createdAt: string; isThis: boolean };

type SessionTableProps = {
  sessions: readonly ListedSession[];
  /** Where its forms go. */
  action: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Browsers that an account is signed in with, each with a way to sign it out. */
export function SessionTable({ sessions, action, proof }: SessionTableProps) {
  return (
    <Table
      caption="Browsers signed in now"
      captionHidden
      cards
      rows={sessions}
      rowKey={(one) => one.id}
      columns={[
        {
          header: "Browser",
          cell: (one) => (
            <>
              {one.browser} {one.isThis && <Tag>This one</Tag>}
            </>
          ),
        },
        { header: "Signed in", cell: (one) => dayAndClock(new Date(one.createdAt)) },
        {
          header: "What you can do",
          cell: (one) =>
            one.isThis ? (
              <a href="/sign-out">Sign out</a>
            ) : (
              <form method="post" action={action}>
                {proof}
                <input type="hidden" name="session" value={one.id} />
                <Button small variant="secondary" name="act" value="end-session">
                  Sign it out
                  <span className="govuk-visually-hidden">
                    : {one.browser}, {dayAndClock(new Date(one.createdAt))}
                  </span>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
