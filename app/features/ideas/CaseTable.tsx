import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { REMOVAL_WORDS, type RemovalReason, waitedHours } from "./moderation";
import type { CaseView, ListedCase } from "./read-cases.server";

const CAUSES = {
  board: "The board has everything read first",
  words: "Its words should be looked at",
  report: "Somebody reported it",
  staff: "Staff took it off",
} as const;

const FLAGS: Readonly<Record<string, string>> = {
  safeguarding: "danger",
  name: "a name",
  contact: "an address or a number",
};

/** What words seem to hold, for staff. */
export const flagWords = (flags: readonly string[]) => flags.map((flag) => FLAGS[flag] ?? flag).join(", ");

/** How long something has waited, in words. */
export function waited(openedAt: Date, now: Date): string {
  const hours = waitedHours(openedAt, now);
  if (hours < 1) return "Less than an hour";
  if (hours < 48) return `${hours} ${hours === 1 ? "hour" : "hours"}`;
  return `${Math.floor(hours / 24)} days`;
}

type CaseTableProps = { cases: readonly ListedCase[]; view: CaseView; now: Date };

const begins = (words: string) => (words.length > 140 ? `${words.slice(0, 140)}…` : words);

/** Words that wait for a person, or were removed, with why and since when. */
export function CaseTable({ cases, view, now }: CaseTableProps) {
  return (
    <Table
      caption="Ideas and comments"
      captionHidden
      cards
      rows={cases}
      rowKey={({ id }) => id}
      columns={[
        {
          header: "What was written",
          cell: ({ id, begins: words, case: one }) => (
            <>
              <a href={`/manage/moderation/${id}`} dir="auto">
                {begins(words)}
              </a>
              <span className="rh-note">{one.subjectKind === "idea" ? "An idea" : "A comment"}</span>
            </>
          ),
        },
        { header: "Where", cell: ({ board, idea }) => `${board}: ${idea}` },
        {
          header: "Why",
          cell: ({ case: one, reports }) => (
            <>
              {one.isWorrying && <Tag colour="red">Somebody may be in danger</Tag>}{" "}
              {view === "removed" && one.reason
                ? REMOVAL_WORDS[one.reason as RemovalReason]
                : CAUSES[one.cause]}
              {one.flags.length > 0 && <span className="rh-note">It may hold {flagWords(one.flags)}.</span>}
              {reports > 0 && (
                <span className="rh-note">{reports === 1 ? "1 report" : `${reports} reports`}</span>
              )}
            </>
          ),
        },
        view === "removed"
          ? {
              header: "Removed",
              cell: ({ case: one }) => dayAndClock(new Date(one.decidedAt ?? one.openedAt)),
            }
          : {
              header: "Has waited",
              cell: ({ case: one }) =>
                waited(new Date((view === "appeals" ? one.appealedAt : null) ?? one.openedAt), now),
            },
      ]}
    />
  );
}
