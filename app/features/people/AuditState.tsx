import { InsetText } from "~/ui/InsetText";
import { WarningText } from "~/ui/WarningText";

type State = { sealed: number; unsealed: number; head: string; holds: boolean };
type AuditStateProps = { state: State; whole: { sealed: number; trouble: string | null } | null };

/** How the chain of the record stands, and what a walk over all of it found. */
export function AuditState({ state, whole }: AuditStateProps) {
  const trouble =
    whole?.trouble ?? (state.holds ? null : "The end of the chain is not the one that was noted.");
  if (trouble) {
    return (
      <WarningText>
        The record does not hold. {trouble} Keep a copy of the database as it is, and tell whoever looks after
        the server.
      </WarningText>
    );
  }
  return (
    <InsetText>
      <p>
        {state.sealed.toLocaleString("en-GB")} {state.sealed === 1 ? "entry is" : "entries are"} sealed in one
        chain, {state.unsealed} waiting.{" "}
        {whole ? (
          <strong>All of it was checked just now, and it holds.</strong>
        ) : (
          <a href="/manage/audit?check">Check all of it now</a>
        )}
      </p>
      <p className="rh-note">
        Keep a copy of the end of the chain elsewhere now and then. With it,{" "}
        <code dir="ltr">npm run verify-audit -- (the copy)</code> finds out a record that was written anew:
        <br />
        <code className="rh-head-code" dir="ltr">
          {state.head}
        </code>
      </p>
    </InsetText>
  );
}
