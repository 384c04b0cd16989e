import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

type RegistrationActionsProps = {
  token: string;
  registration: { state: string; approval: string; places: number; party: number; carers: number };
  left: number;
  canRejoin: boolean;
  isOver: boolean;
  link: (path: string) => string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What the person can do now: accept, change, give up, take fewer, or come back. */
export function RegistrationActions(props: RegistrationActionsProps) {
  const { t } = useTranslation();
  const { token, registration, left, canRejoin, isOver, link, proof } = props;
  const to = (act: string) => link(`/registrations/${token}/${act}`);
  if (isOver) return null;
  if (registration.state === "offered") {
    return (
      <ButtonRow>
        <form method="post" action={to("accept")}>
          {proof}
          <Button arrow>{t("registration.accept")}</Button>
        </form>
        <form method="post" action={to("decline")}>
          {proof}
          <Button variant="secondary">{t("registration.decline")}</Button>
        </form>
      </ButtonRow>
    );
  }
  if (registration.state === "cancelled") {
    if (!canRejoin) return null;
    return (
      <form method="post" action={to("rejoin")}>
        {proof}
        <Button arrow>
          {left >= registration.places ? t("registration.rejoin") : t("registration.rejoinQueue")}
        </Button>
      </form>
    );
  }
  return (
    <>
      {registration.state === "waiting" &&
        registration.approval !== "asked" &&
        left > 0 &&
        left < registration.places && (
          <form method="post" action={to("change")} className="rh-offer-fewer">
            {proof}
            <p>{t("registration.fewerText", { count: left })}</p>
            <input type="hidden" name="fewer" value={left} />
            <Button>{t("registration.fewer", { count: left })}</Button>
          </form>
        )}
      <ButtonRow>
        <ButtonLink href={to("change")} variant="secondary">
          {t("registration.change")}
        </ButtonLink>
        <ButtonLink href={to("cancel")} variant="secondary">
          {registration.approval === "asked"
            ? t("registration.takeBack")
            : registration.state === "waiting"
              ? t("registration.leave")
              : t("registration.cancel")}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
