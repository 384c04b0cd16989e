import type { ReactNode } from "react";
import { Button } from "~/ui/Button";
import type { ClaimRow } from "./read-claims.server";
import { BASIS_WORDS } from "./staff-words";

type OfferToPersonProps = {
  parts: readonly { offer: { basis: ClaimRow["basis"] }; claim: ClaimRow | null }[];
  action: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** For somebody who is to be asked: what they have not been offered yet, so that it stands in the list. */
export function OfferToPerson({ parts, action, proof }: OfferToPersonProps) {
  return parts
    .filter((part) => part.claim === null)
    .map(({ offer }) => (
      <form key={offer.basis} method="post" action={action}>
        {proof}
        <input type="hidden" name="basis" value={offer.basis} />
        <Button name="act" value="offer" variant="secondary" small>
          Note that we will offer it: {BASIS_WORDS[offer.basis].toLowerCase()}
        </Button>
      </form>
    ));
}
