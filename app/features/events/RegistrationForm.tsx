import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Periods } from "~/features/places/periods";
import type { Locale } from "~/platform/locales";
import { Button } from "~/ui/Button";
import { one, type Refused } from "~/ui/typed";
import type { EventShown } from "./EventHead";
import { leftIn, poolsOf } from "./pools";
import { RegistrationFields } from "./RegistrationFields";
import type { SessionSeen } from "./read-sessions.server";

type RegistrationFormProps = {
  action: string;
  event: EventShown["event"];
  left: number;
  sessions: readonly SessionSeen[];
  adjust: { late: boolean; by: string } | null;
  neighbourhoods: readonly { slug: string; name: string }[];
  /** How long what they write is kept. */
  kept: Pick<Periods, "accessNeedsDays" | "registrationMonths">;
  submissionId: string;
  refused?: Refused;
  locale: Locale;
  link: (path: string) => string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** The whole form that saves a place, asks for one, or joins the waiting list. */
export function RegistrationForm({ action, event, left, refused, proof, ...props }: RegistrationFormProps) {
  const { t } = useTranslation();
  const asks = event.registration === "approval";
  const full = left === 0;
  const mayWait = asks || poolsOf(event).some((pool) => leftIn(event, pool) === 0);
  return (
    <>
      <h2>{asks ? t("register.ask") : full ? t("register.join") : t("register.save")}</h2>
      <p>{asks ? t("register.introAsk") : full ? t("register.introFull") : t("register.intro")}</p>
      <form method="post" action={action} noValidate>
        {proof}
        <input
          type="hidden"
          name="submissionId"
          // The form keeps its id when it comes back, so that the double click of a mended form is one too.
          value={one(refused?.typed ?? {}, "submissionId") || props.submissionId}
        />
        <RegistrationFields
          typed={refused?.typed ?? {}}
          fields={refused?.fields ?? {}}
          event={event}
          mayWait={mayWait}
          sessions={props.sessions}
          adjust={props.adjust}
          neighbourhoods={props.neighbourhoods}
          periods={props.kept}
          locale={props.locale}
          link={props.link}
        />
        <Button arrow>
          {asks ? t("register.sendAsk") : full ? t("register.sendJoin") : t("register.send")}
        </Button>
      </form>
    </>
  );
}
