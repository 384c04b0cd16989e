import { useTranslation } from "react-i18next";
import type { AppraisalResult } from "~/db/tables/appraisals";
import type { Locale } from "~/platform/locales";
import { InShort } from "~/ui/InShort";
import { WarningText } from "~/ui/WarningText";
import { dayIn, named } from "./appraisal-words";
import { decimal, type Findings } from "./findings";
import type { SettledShown } from "./shown";

type ResultShortProps = {
  result: AppraisalResult;
  found: Findings;
  settled: SettledShown | null;
  decider: string;
  dueDay: string;
  locale: Locale;
};

/** What to take away from a result; and, set apart, that the first choice of most is not the highest scored. */
export function ResultShort({ result, found, settled, decider, dueDay, locale }: ResultShortProps) {
  const { t } = useTranslation();
  const name = (at: number) => named({ position: at + 1, title: result.options[at]?.title ?? "" });
  const list = (places: readonly number[]) => places.map(name).join("; ");
  const { leaders, totals } = found.agreed;
  const total = decimal(totals[leaders[0] ?? 0] ?? null, 2);
  const [preferred] = found.preferred;
  const items = [
    leaders.length === 0
      ? t("options.noTotals")
      : t(leaders.length === 1 ? "options.leads" : "options.level", { options: list(leaders), total }),
    found.preferred.length > 1 && t("options.preferredLevel", { options: list(found.preferred) }),
    found.preferred.length === 1 &&
      preferred !== undefined &&
      t("options.preferredMost", {
        options: name(preferred),
        first: result.options[preferred]?.first.text,
        people: result.people,
      }),
    settled
      ? t(settled.optionId ? "options.decidedFor" : "options.decidedNone", {
          day: dayIn(settled.decidedDay, locale),
          options: list(result.options.flatMap(({ id }, at) => (id === settled.optionId ? [at] : []))),
        })
      : t("options.undecided", { who: decider, day: dayIn(dueDay, locale) }),
  ].filter((item): item is string => Boolean(item));
  return (
    <>
      <InShort title={t("options.inShort")} items={items} />
      {found.differ && <WarningText>{t("options.differ")}</WarningText>}
    </>
  );
}
