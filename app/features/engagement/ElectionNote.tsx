import { WarningText } from "~/ui/WarningText";
import type { Clash } from "./elections";
import { dayWords } from "./staff-words";

/** Days that fall into a pre-election period: a warning, and nothing is stopped. */
export function ElectionNote({ clashes }: { clashes: readonly Clash[] }) {
  if (clashes.length === 0) return null;
  return (
    <>
      {clashes.map(({ election, fromDay, pollDay, what }) => (
        <WarningText key={`${election} ${what}`}>
          {what === "answers" ? "Some of its days fall" : "The day of its decision falls"} into the
          pre-election period of the {election.toLowerCase()}, {dayWords(fromDay)} to {dayWords(pollDay)}. Ask
          the monitoring officer before you go on.
        </WarningText>
      ))}
    </>
  );
}
