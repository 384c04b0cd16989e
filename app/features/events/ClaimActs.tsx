import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { InsetText } from "~/ui/InsetText";
import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { PAID_BY } from "./after";
import type { ClaimRow } from "./read-claims.server";
import { PAID_BY_WORDS } from "./staff-words";

type ClaimActsProps = {
  claim: ClaimRow;
  refused: Refused | undefined;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What staff can do with a claim now. */
export function ClaimActs({ claim, refused, proof }: ClaimActsProps) {
  const typed = refused?.typed ?? {};
  const error = (name: string) => refused?.fields[name]?.[0];
  const next = steps();
  if (!next) return null;
  return (
    <form className="rh-narrow" method="post" action={`/manage/claims/${claim.id}`} noValidate>
      {proof}
      {next}
    </form>
  );

  function decline() {
    return (
      <Button name="act" value="decline" variant="secondary">
        They would rather not
      </Button>
    );
  }

  function steps() {
    switch (claim.state) {
      case "offered":
      case "declined":
        return (
          <>
            <InsetText>
              Read the advice on benefits and tax out before they say yes; it stands under Money on their
              booking. No is as good an answer as yes.
            </InsetText>
            <ButtonRow>
              <Button name="act" value="advised">
                They have had the advice
              </Button>
              {claim.state === "offered" && decline()}
            </ButtonRow>
          </>
        );
      case "advised":
        return (
          <>
            <p>
              They can claim on their own page.{" "}
              <a href={`/manage/registrations/${claim.registrationId}/money`}>Claim for them</a> if they rang.
            </p>
            <ButtonRow>{decline()}</ButtonRow>
          </>
        );
      case "claimed":
        return (
          <>
            <TextInput
              name="amount"
              label="Amount to approve"
              error={error("amount")}
              defaultValue={one(typed, "amount", ((claim.pence ?? 0) / 100).toFixed(2))}
              prefix="£"
              width={5}
              inputMode="decimal"
              autoComplete="off"
            />
            <ButtonRow>
              <Button name="act" value="approve">
                Approve
              </Button>
              {decline()}
            </ButtonRow>
          </>
        );
      case "approved":
        return (
          <>
            <Radios
              name="paidBy"
              legend="How was it paid?"
              hint="Bank details go to the finance team by phone, and never into this site."
              error={error("paidBy")}
              value={one(typed, "paidBy")}
              items={PAID_BY.map((value) => ({ value, label: PAID_BY_WORDS[value] }))}
            />
            <ButtonRow>
              <Button name="act" value="paid">
                It is paid
              </Button>
              {decline()}
            </ButtonRow>
          </>
        );
      default:
        return null;
    }
  }
}
