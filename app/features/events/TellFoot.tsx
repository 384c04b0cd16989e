import { useTranslation } from "react-i18next";
import { InsetText } from "~/ui/InsetText";

type TellFootProps = {
  /** What a script typed into the box that people never see. */
  website: string;
  phone: string;
  /** How many months words are kept. */
  months: number;
  privacy: string;
};

/** Below what somebody writes: the box that only scripts fill, who reads it, and whom to ring in danger. */
export function TellFoot({ website, phone, months, privacy }: TellFootProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="rh-trap" aria-hidden="true">
        <label htmlFor="website">{t("register.website")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" defaultValue={website} />
      </div>
      <InsetText>
        <p>
          {t("say.privacy", { months })} <a href={privacy}>{t("register.privacyLink")}</a>
        </p>
        <p>{t("say.danger", { phone })}</p>
      </InsetText>
    </>
  );
}
