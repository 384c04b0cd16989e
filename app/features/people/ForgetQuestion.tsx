import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

/** Asks once more before what somebody asked us to remember is forgotten. */
export function ForgetQuestion({ here, back, proof }: { here: string; back: string; proof: ReactNode }) {
  const { t } = useTranslation();
  return (
    <form method="post" action={here}>
      {proof}
      <p>{t("remember.forgetText")}</p>
      <ButtonRow>
        <Button variant="warning">{t("remember.forgetYes")}</Button>
        <ButtonLink href={back} variant="secondary">
          {t("remember.forgetNo")}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
