import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

type PartyActionsProps = {
  registration: { id: string; state: string; approval: string };
  isOver: boolean;
  canRejoin: boolean;
  /** The event pays people for something, and whoever looks may pay them. */
  pays: boolean;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What staff can do for somebody with a booking: everything that the person could do online. */
export function PartyActions({ registration, isOver, canRejoin, pays, proof }: PartyActionsProps) {
  const to = (act: string) => `/manage/registrations/${registration.id}/${act}`;
  const active = registration.state !== "cancelled" && !isOver;
  const asks = active && registration.state === "waiting" && registration.approval === "asked";
  return (
    <ButtonRow>
      {asks && (
        <>
          <form method="post" action={to("approve")}>
            {proof}
            <Button>Say yes</Button>
          </form>
          <ButtonLink href={to("not-approved")} variant="secondary">
            Say no
          </ButtonLink>
        </>
      )}
      {active && registration.state === "offered" && (
        <form method="post" action={to("answer")} className="rh-answers">
          {proof}
          <Button name="answer" value="accept">
            They want the place
          </Button>
          <Button name="answer" value="decline" variant="secondary">
            They don’t want it
          </Button>
        </form>
      )}
      {active && (
        <ButtonLink href={to("change")} variant="secondary">
          Change
        </ButtonLink>
      )}
      {!active && canRejoin && (
        <form method="post" action={to("rejoin")}>
          {proof}
          <Button>Book them again</Button>
        </form>
      )}
      <ButtonLink href={to("letter")} variant="secondary">
        Print a letter
      </ButtonLink>
      {pays && (
        <ButtonLink href={to("money")} variant="secondary">
          Money
        </ButtonLink>
      )}
      {active && <a href={to("cancel")}>Cancel the booking</a>}
    </ButtonRow>
  );
}
