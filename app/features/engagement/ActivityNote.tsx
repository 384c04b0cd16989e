import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { InsetText } from "~/ui/InsetText";
import { isClosed, isFormal, isForStaff } from "./rules";
import { type ActivityShown, dayIn } from "./shown";

type ActivityNoteProps = { shown: ActivityShown; today: string; locale: Locale };

/** Says whether it is a formal consultation and until when, and who can see the page when it is not everyone. */
export function ActivityNote({ shown, today, locale }: ActivityNoteProps) {
  const { t } = useTranslation();
  const { activity } = shown;
  const day = dayIn(activity.closesDay, locale);
  const formal = isClosed(activity, today)
    ? t("activity.formalClosed", { day })
    : t("activity.formal", { day });
  return (
    <InsetText>
      <p>{isFormal(activity) ? formal : t("activity.notFormal")}</p>
      {isForStaff(activity) && <p>{t("activity.staffOnly")}</p>}
    </InsetText>
  );
}
