import { useTranslation } from "react-i18next";
import { InShort } from "~/ui/InShort";
import type { AnswerFigures } from "./figures.server";
import { WORKING_DAYS } from "./rules";

/** How well what was said is answered, in sentences that anybody can check. */
export function ResponseMeasure({ figures }: { figures: AnswerFigures }) {
  const { t } = useTranslation();
  const { things, answered, closed, old, inTime, medianDays } = figures;
  const items = [
    t("responses.measure.answered", { n: answered, of: things }),
    ...(old > 0 ? [t("responses.measure.inTime", { n: inTime, of: old, days: WORKING_DAYS })] : []),
    ...(medianDays === null ? [] : [t("responses.measure.median", { count: Math.ceil(medianDays) })]),
    t("responses.measure.told", { n: closed, of: things }),
  ];
  return (
    <>
      <InShort title={t("responses.measure.title")} items={items} />
      <p className="rh-note">{t("responses.measure.how", { days: WORKING_DAYS })}</p>
    </>
  );
}
