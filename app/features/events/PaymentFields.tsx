import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { InsetText } from "~/ui/InsetText";
import { Radios } from "~/ui/Radios";
import { one, type Refused } from "~/ui/typed";

/** What being paid can mean, before anybody says yes to it. No is the answer given beforehand, on saving and on changing. */
export function PaymentFields({ typed, fields, headingLevel = 3 }: Refused & { headingLevel?: 2 | 3 }) {
  const { t } = useTranslation();
  const Heading = `h${headingLevel}` as const;
  const advised = fields.advised?.[0];
  return (
    <div className="rh-payment">
      <input type="hidden" name="paying" value="yes" />
      <Heading>{t("payment.title")}</Heading>
      <InsetText>
        <p>{t("payment.benefits")}</p>
        <p>{t("payment.tax")}</p>
        <p>{t("payment.help")}</p>
      </InsetText>
      <Radios
        name="payment"
        legend={t("payment.question")}
        value={one(typed, "payment", "no")}
        items={[
          { value: "no", label: t("payment.no") },
          { value: "yes", label: t("payment.yes") },
        ]}
      />
      <Checkboxes
        name="advised"
        legend={t("payment.before")}
        error={advised && t(advised)}
        values={[one(typed, "advised")]}
        items={[{ value: "yes", label: t("payment.advised") }]}
      />
    </div>
  );
}
