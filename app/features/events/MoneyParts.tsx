import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { InsetText } from "~/ui/InsetText";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { pounds } from "./money";
import type { Basis, ClaimRow } from "./read-claims.server";

type Part = {
  offer: { basis: Basis; mostPence: number; words: string };
  claim: Pick<ClaimRow, "state" | "pence"> | null;
};

type MoneyPartsProps = {
  parts: readonly Part[];
  /** The event has begun, so that there is something to claim for. */
  hasBegun: boolean;
  phone: string;
  action: string;
  /** The form that came back, and which part it was of. */
  refused: Refused | undefined;
  locale: Locale;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What an event pays for, part by part: the advice first, then the claim, then how far it has come. */
export function MoneyParts({ parts, hasBegun, phone, action, refused, locale, proof }: MoneyPartsProps) {
  const { t } = useTranslation();
  const refusedPart = one(refused?.typed ?? {}, "basis");
  return (
    <>
      {parts.map(({ offer, claim }) => (
        <section key={offer.basis} className="rh-money" id={offer.basis}>
          <h2>{t(`money.${offer.basis}`)}</h2>
          <p>
            {t("money.most", { most: pounds(offer.mostPence) })}{" "}
            <span {...asEnglish(locale)}>{offer.words}</span>
          </p>
          {standing(offer.basis, claim)}
        </section>
      ))}
    </>
  );

  function form(basis: Basis, children: ReactNode) {
    return (
      <form method="post" action={action} noValidate>
        {proof}
        <input type="hidden" name="basis" value={basis} />
        {children}
      </form>
    );
  }

  function no() {
    return (
      <Button name="act" value="decline" variant="secondary">
        {t("money.decline")}
      </Button>
    );
  }

  function standing(basis: Basis, claim: Part["claim"]) {
    const amount = claim?.pence ? pounds(claim.pence) : "";
    if (claim && ["claimed", "approved", "paid"].includes(claim.state)) {
      return <InsetText>{t(`money.${claim.state}`, { amount })}</InsetText>;
    }
    if (claim?.state === "declined") {
      return form(
        basis,
        <>
          <InsetText>{t("money.declined")}</InsetText>
          <Button name="act" value="read" variant="secondary">
            {t("money.again")}
          </Button>
        </>,
      );
    }
    return (
      <>
        <h3>{t("money.advice")}</h3>
        <ul className="rh-list">
          <li>{t("money.adviceBenefits")}</li>
          <li>{t("money.adviceTax")}</li>
          <li>{t("money.adviceHelp", { phone })}</li>
          <li>{t("money.adviceNo")}</li>
        </ul>
        {claim?.state === "advised" ? claimForm(basis) : readForm(basis)}
      </>
    );
  }

  function readForm(basis: Basis) {
    return form(
      basis,
      <ButtonRow>
        <Button name="act" value="read">
          {t("money.read")}
        </Button>
        {no()}
      </ButtonRow>,
    );
  }

  function claimForm(basis: Basis) {
    if (!hasBegun)
      return form(
        basis,
        <ButtonRow>{[<p key="later">{t("money.later")}</p>, <span key="no">{no()}</span>]}</ButtonRow>,
      );
    const came = refusedPart === basis ? refused : undefined;
    const error = (name: string) => (came?.fields[name]?.[0] ? t(came.fields[name][0]) : undefined);
    return form(
      basis,
      <>
        <TextInput
          id={`${basis}-amount`}
          name="amount"
          label={t("money.amount")}
          hint={t("money.amountHint")}
          error={error("amount")}
          defaultValue={one(came?.typed ?? {}, "amount")}
          prefix="£"
          width={5}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextInput
          id={`${basis}-words`}
          name="words"
          label={t("money.words")}
          hint={t("money.wordsHint")}
          error={error("words")}
          defaultValue={one(came?.typed ?? {}, "words")}
          autoComplete="off"
        />
        <ButtonRow>
          <Button name="act" value="claim">
            {t("money.claim")}
          </Button>
          {no()}
        </ButtonRow>
      </>,
    );
  }
}
