import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { one, type Refused } from "~/ui/typed";
import type { Telling } from "./after";
import { FeedbackFields } from "./FeedbackFields";
import { TellClosed } from "./TellClosed";
import { TellFoot } from "./TellFoot";

type FeedbackPageProps = {
  event: { slug: string; title: string };
  telling: Telling;
  came: boolean;
  /** `sent`: just now. `given`: this link was used before. */
  standing: "sent" | "given" | null;
  /** Where the form goes, and where those go who did not come. */
  action: string;
  absent: string | null;
  refused: Refused | undefined;
  submissionId: string;
  phone: string;
  /** How many months words are kept. */
  months: number;
  link: (path: string) => string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** The form that asks how an event was, or what stands there instead of it. */
export function FeedbackPage(props: FeedbackPageProps) {
  const { event, telling, came, standing, action, absent, refused, submissionId, phone, link, proof } = props;
  const { t } = useTranslation();
  const back = link(`/events/${event.slug}`);
  if (standing) {
    return (
      <EmptyState title={t(standing === "sent" ? "how.thanks" : "how.given")} icon="talk">
        <p>{t(standing === "sent" ? "how.thanksText" : "how.givenText")}</p>
        <p>
          {standing === "given" && (
            <>
              <a href={link(`/events/${event.slug}/feedback`)}>{t("how.openForm")}</a>
              <br />
            </>
          )}
          <a href={back}>{t("heard.event")}</a>
        </p>
      </EmptyState>
    );
  }
  if (telling !== "open") return <TellClosed telling={telling} phone={phone} back={back} />;
  return (
    <form className="rh-narrow" method="post" action={action} noValidate>
      {proof}
      <input
        type="hidden"
        name="submissionId"
        value={one(refused?.typed ?? {}, "submissionId", submissionId)}
      />
      {absent && (
        <p>
          <a href={absent}>{t("how.absentLink")}</a>
        </p>
      )}
      <FeedbackFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} came={came} />
      <TellFoot
        website={one(refused?.typed ?? {}, "website")}
        phone={phone}
        months={props.months}
        privacy={link("/privacy")}
      />
      <Button arrow>{t("how.send")}</Button>
    </form>
  );
}
