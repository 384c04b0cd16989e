import { useTranslation } from "react-i18next";
import { WarningText } from "~/ui/WarningText";

type DangerNumbersProps = {
  /** The council's own numbers: for worries about adults, and about children. */
  adults: string;
  young: string;
};

/** Whom to ring when somebody is in danger: to whoever wrote words that may tell of it, at once. */
export function DangerNumbers({ adults, young }: DangerNumbersProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="danger">
      <h2 id="danger">{t("said.danger.title")}</h2>
      <WarningText>{t("said.danger.now")}</WarningText>
      <ul className="rh-list">
        <li>{t("said.danger.health")}</li>
        <li>{t("said.danger.talk")}</li>
        <li>{t("said.danger.adults", { phone: adults })}</li>
        <li>{t("said.danger.children", { phone: young })}</li>
      </ul>
      <p>{t("said.danger.unread")}</p>
    </section>
  );
}
