import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { NEEDS } from "./rules";

/** Asking for these is pointless where they are there for everybody. */
const ALREADY_THERE: Record<string, string> = {
  step_free: "step_free",
  quiet_space: "quiet_room",
  hearing_loop: "hearing_loop",
};

type PartyFieldsProps = Refused & {
  event: { carersTakePlaces: boolean; provided: string[] };
  /** Until when what helps can surely be arranged; null where the event names no day. */
  adjust?: { late: boolean; by: string } | null;
};

/** How many come, and what would help them take part; the same on saving and on changing. */
export function PartyFields({ typed, fields, event, adjust }: PartyFieldsProps) {
  const { t } = useTranslation();
  const error = (name: string) => (fields[name]?.[0] ? t(fields[name][0]) : undefined);
  const there = NEEDS.filter((need) => event.provided.includes(ALREADY_THERE[need] ?? ""));
  const asked = NEEDS.filter((need) => !there.includes(need));
  const names = there.map((need) => t(`needs.${need}`)).join(", ");
  const until = adjust && (adjust.late ? t("event.adjustLate") : t("event.adjustBy", { when: adjust.by }));
  return (
    <>
      <TextInput
        name="party"
        label={t("register.party")}
        hint={t("register.partyHint")}
        error={error("party")}
        defaultValue={one(typed, "party", "1")}
        inputMode="numeric"
        width={3}
      />
      <TextInput
        name="carers"
        label={t("register.carers")}
        hint={event.carersTakePlaces ? t("register.carersHint") : t("register.carersFreeHint")}
        error={error("carers")}
        defaultValue={one(typed, "carers", "0")}
        inputMode="numeric"
        width={3}
      />
      <Checkboxes
        name="needs"
        legend={t("register.needs")}
        hint={[names ? t("register.needsThere", { names }) : t("register.needsHint"), until]
          .filter(Boolean)
          .join(" ")}
        values={[typed.needs ?? []].flat()}
        items={asked.map((value) => ({ value, label: t(`needs.${value}`) }))}
      />
      <TextInput
        name="language"
        label={t("register.language")}
        error={error("language")}
        defaultValue={one(typed, "language")}
        width={20}
      />
      <Textarea
        name="needsDetail"
        label={t("register.more")}
        hint={t("register.moreHint")}
        error={error("needsDetail")}
        defaultValue={one(typed, "needsDetail")}
        rows={3}
      />
    </>
  );
}
