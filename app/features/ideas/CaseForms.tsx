import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { Radios } from "~/ui/Radios";
import { one, type Refused } from "~/ui/typed";
import type { CaseShown } from "./CaseFacts";
import { REMOVAL_REASONS, REMOVAL_WORDS } from "./moderation";

type CaseFormsProps = {
  found: CaseShown;
  isPaused: boolean;
  mayJudgeAppeal: boolean;
  refused: Refused | undefined;
  proof: ReactNode;
};

/** What can be done with a case where it stands now. Each act is a form of its own, sent to the page itself. */
export function CaseForms({ found, isPaused, mayJudgeAppeal, refused, proof }: CaseFormsProps) {
  const here = `/manage/moderation/${found.id}`;
  const typed = refused?.typed ?? {};
  const wrong = (name: string) => refused?.fields[name]?.[0];
  const reasons = (
    <Radios
      name="reason"
      legend="If it is removed: why?"
      legendSize="s"
      hint="The author is told this, and can ask once for a second look."
      small
      value={one(typed, "reason")}
      error={wrong("reason")}
      items={REMOVAL_REASONS.map((value) => ({ value, label: REMOVAL_WORDS[value] }))}
    />
  );
  return (
    <>
      {found.state === "open" && !found.seenAt && <Act act="take" label="I am looking at this now" />}
      {found.state === "open" && (
        <form className="rh-narrow" method="post" action={here} noValidate>
          {proof}
          <input type="hidden" name="act" value="judge" />
          <Radios
            name="decision"
            legend="What becomes of it?"
            value={one(typed, "decision")}
            error={wrong("decision")}
            items={[
              { value: "show", label: "It is shown" },
              { value: "remove", label: "It is removed" },
            ]}
          />
          {reasons}
          <Button>Save the decision</Button>
        </form>
      )}
      {found.state === "shown" && (
        <form className="rh-narrow" method="post" action={here} noValidate>
          {proof}
          <input type="hidden" name="act" value="again" />
          <input type="hidden" name="decision" value="remove" />
          {reasons}
          <Button variant="warning">Remove it</Button>
        </form>
      )}
      {found.appealState === "waiting" && mayJudgeAppeal && (
        <form className="rh-narrow" method="post" action={here} noValidate>
          {proof}
          <input type="hidden" name="act" value="appeal" />
          <Radios
            name="decision"
            legend="The author asks for a second look. What do you decide?"
            value={one(typed, "decision")}
            error={wrong("decision")}
            items={[
              { value: "granted", label: "It is shown again" },
              { value: "kept", label: "It stays removed" },
            ]}
          />
          <Button>Save and tell the author</Button>
        </form>
      )}
      {found.appealState === "waiting" && !mayJudgeAppeal && (
        <p>You removed it. Somebody else decides about the appeal.</p>
      )}
      {found.state === "removed" && !found.appealState && (
        <Act act="again" label="Removed by mistake: show it again">
          <input type="hidden" name="decision" value="show" />
        </Act>
      )}
      <Act
        act="pause"
        label={isPaused ? "Let people comment on this idea again" : "Pause comments on this idea"}
      >
        <input type="hidden" name="paused" value={isPaused ? "no" : "yes"} />
      </Act>
    </>
  );

  function Act({ act, label, children }: { act: string; label: string; children?: ReactNode }) {
    return (
      <form method="post" action={here}>
        {proof}
        <input type="hidden" name="act" value={act} />
        {children}
        <Button variant="secondary">{label}</Button>
      </form>
    );
  }
}
