import { dayAndClock } from "~/platform/london";
import { InsetText } from "~/ui/InsetText";
import { SummaryList } from "~/ui/SummaryList";
import { flagWords } from "./CaseTable";
import { REMOVAL_WORDS, REPORT_WORDS, type RemovalReason, type ReportReason } from "./moderation";
import type { CaseRow } from "./read-cases.server";

/** A case as it arrives in a page: moments may be texts. */
export type CaseShown = {
  [K in keyof CaseRow]: CaseRow[K] extends Date | null ? Date | string | null : CaseRow[K];
};

type CaseFactsProps = {
  case: CaseShown;
  before: readonly CaseShown[];
  reports: readonly { reason: string; n: number }[];
  words: { text: string; state: string; shownName: string | null; idea: { slug: string; title: string } };
  board: { slug: string };
  createdAt: Date | string;
  names: Record<string, string>;
  calls: readonly { name: string; at: Date | string }[];
};

const STATES: Readonly<Record<string, string>> = {
  live: "Shown",
  held: "Not shown",
  removed: "Removed",
  merged: "Joined to another idea",
  quarantined: "In quarantine",
};

const when = (at: Date | string | null) => (at ? dayAndClock(new Date(at)) : "");

/** The words of a case and all that is known of it: why somebody looks, who has, and what was decided. */
export function CaseFacts({
  case: one,
  before,
  reports,
  words,
  board,
  createdAt,
  names,
  calls,
}: CaseFactsProps) {
  const nameOf = (id: string | null) => (id ? (names[id] ?? "Somebody who has left") : "The house");
  const decided = (row: CaseShown) =>
    row.state === "removed"
      ? `Removed by ${nameOf(row.decidedBy)}, ${when(row.decidedAt)}: ${REMOVAL_WORDS[row.reason as RemovalReason]}`
      : `Let through by ${nameOf(row.decidedBy)}, ${when(row.decidedAt)}`;
  const rows = [
    { key: "Where it stands", value: STATES[words.state] ?? words.state },
    {
      key: "Where",
      value: <a href={`/ideas/${board.slug}/${words.idea.slug}`}>{words.idea.title}</a>,
    },
    { key: "Written", value: `${when(createdAt)}${words.shownName ? ` by ${words.shownName}` : ""}` },
    ...(one.flags.length > 0 ? [{ key: "It may hold", value: `${flagWords(one.flags)} (a guess)` }] : []),
    ...(reports.length > 0
      ? [
          {
            key: "Reported",
            value: reports
              .map(({ reason, n }) => `${n} × ${REPORT_WORDS[reason as ReportReason]}`)
              .join(", "),
          },
        ]
      : []),
    ...(calls.length > 0
      ? [{ key: "Asked to look", value: calls.map(({ name, at }) => `${name}, ${when(at)}`).join("; ") }]
      : []),
    ...(one.seenAt ? [{ key: "Looked at", value: `${nameOf(one.seenBy)}, ${when(one.seenAt)}` }] : []),
    ...(one.state === "open" ? [] : [{ key: "Decided", value: decided(one) }]),
    ...(one.appealState ? [{ key: "Appeal", value: appealOf(one) }] : []),
    ...before.filter(({ state }) => state !== "open").map((row) => ({ key: "Before", value: decided(row) })),
  ];
  return (
    <>
      <InsetText>
        {one.subjectKind === "idea" && (
          <p dir="auto">
            <b>{words.idea.title}</b>
          </p>
        )}
        {words.text.split(/\n+/).map((line, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
          <p key={n} dir="auto">
            {line}
          </p>
        ))}
      </InsetText>
      <SummaryList rows={rows} />
    </>
  );

  function appealOf(row: CaseShown) {
    return (
      <>
        {row.appeal && <q dir="auto">{row.appeal}</q>}
        <span className="rh-note">
          {row.appealState === "waiting"
            ? `Waits since ${when(row.appealedAt)}`
            : `${row.appealState === "kept" ? "The removal stands" : "It is shown again"}: ${nameOf(row.appealBy)}, ${when(row.appealDecidedAt)}`}
        </span>
      </>
    );
  }
}
