import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import type { CommitmentShown } from "./shown";
import { ACT_TITLES, type StaffAct } from "./staff-words";

/** What staff can do to a commitment as it stands: the likeliest first. */
export function CommitmentActs({ shown, withdraw }: { shown: CommitmentShown; withdraw: boolean }) {
  const { number, kind, owner, condition, doneDay, withdrawnDay } = shown;
  const isOpen = !doneDay && !withdrawnDay;
  const can: readonly [StaffAct, boolean][] = [
    ["owner", isOpen],
    ["evidence", !withdrawnDay],
    ["date", isOpen && kind === "dated"],
    ["condition", isOpen && condition !== null],
    ["reopen", doneDay !== null],
    ["correct", true],
    ["withdraw", isOpen && withdraw],
  ];
  const acts = can.filter(([, now]) => now).map(([act]) => act);
  const first: StaffAct = owner ? "evidence" : "owner";
  return (
    <ButtonRow>
      {acts.map((act) =>
        act === first && isOpen ? (
          <ButtonLink key={act} href={`/manage/commitments/${number}/${act}`}>
            {ACT_TITLES[act]}
          </ButtonLink>
        ) : (
          <a key={act} href={`/manage/commitments/${number}/${act}`}>
            {ACT_TITLES[act]}
          </a>
        ),
      )}
    </ButtonRow>
  );
}
