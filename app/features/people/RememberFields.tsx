import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { COMMUNICATION_NEEDS } from "./rules";

/** What somebody asks us to remember; the same on their own page, on the yearly question and for a caller. */
export function RememberFields({ typed, fields }: Refused) {
  const { t } = useTranslation();
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
  return (
    <>
      <Checkboxes
        name="needs"
        legend={t("remember.legend")}
        hint={t("remember.hint")}
        error={error("needs")}
        values={[typed.needs ?? []].flat()}
        items={COMMUNICATION_NEEDS.map((value) => ({ value, label: t(`remember.needs.${value}`) }))}
      />
      <TextInput
        name="language"
        label={t("remember.language")}
        hint={t("remember.languageHint")}
        error={error("language")}
        defaultValue={one(typed, "language")}
        width={20}
      />
      <Textarea
        name="detail"
        label={t("remember.detail")}
        hint={t("remember.detailHint")}
        error={error("detail")}
        defaultValue={one(typed, "detail")}
        rows={3}
      />
      <p>{t("remember.agree")}</p>
    </>
  );
}
