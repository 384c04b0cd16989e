import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { monthAndYear } from "~/platform/london";
import { ChartFigure } from "~/ui/ChartFigure";
import type { milestoneFigures } from "./figures.server";
import { barOf, frameOf, type Span } from "./milestone";
import { type MilestoneShown, slipOfWords, slipWords } from "./milestone-shown";

type MilestonePictureProps = {
  milestones: readonly MilestoneShown[];
  figures: Awaited<ReturnType<typeof milestoneFigures>>;
  today: string;
  locale: Locale;
};

/** Milestones in time, one row each: planned hollow above, now expected filled below, reached as a dot; and today. */
export function MilestonePicture({ milestones, figures, today, locale }: MilestonePictureProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const days = milestones.flatMap(({ planned, forecast, actualDay, dates }) => [
    ...[planned, ...(forecast ? [forecast] : []), ...dates].flatMap(({ fromDay, toDay }) => [fromDay, toDay]),
    ...(actualDay ? [actualDay] : []),
  ]);
  const frame = frameOf([...days, today]);
  const middle = new Date((Date.parse(frame.fromDay) + Date.parse(frame.toDay)) / 2);
  const now = barOf({ fromDay: today, toDay: today }, frame).x;
  const { reached, all, late, medianSlip, inConflict } = figures;
  const slip = medianSlip === null ? t("milestones.noSlip") : slipWords(t, Math.round(medianSlip));
  const monthOf = (day: Date) => monthAndYear(day, locale);
  return (
    <ChartFigure
      id="milestones"
      title={t("milestones.picture")}
      says={t("milestones.pictureSays", { reached, all, late, slip, conflicts: inConflict })}
      note={t("milestones.key")}
    >
      <div className="rh-chart__ends rh-note">
        <span>{monthOf(new Date(`${frame.fromDay}T12:00:00Z`))}</span>
        <span>{monthOf(middle)}</span>
        <span>{monthOf(new Date(`${frame.toDay}T12:00:00Z`))}</span>
      </div>
      <ul className="rh-chart__rows">
        {milestones.map((one) => (
          <li key={one.slug}>
            <p>
              <span {...foreign}>{one.title}</span>
              <b>{slipOfWords(t, one)}</b>
            </p>
            <svg className="rh-chart__bar" width="100%" height="34" aria-hidden="true" focusable="false">
              <rect className="rh-chart__rail" width="100%" height="100%" />
              <line className="rh-chart__range" x1={`${now}%`} x2={`${now}%`} y1="0" y2="34" />
              <Bar span={one.planned} frame={frame} y={4} hollow />
              {one.forecast && <Bar span={one.forecast} frame={frame} y={19} />}
              {one.actualDay && (
                <circle
                  className="rh-chart__fill"
                  cx={`${barOf({ fromDay: one.actualDay, toDay: one.actualDay }, frame).x}%`}
                  cy="25"
                  r="6"
                />
              )}
            </svg>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

type BarProps = { span: Span; frame: Span; y: number; hollow?: boolean };

function Bar({ span, frame, y, hollow }: BarProps) {
  const { x, width } = barOf(span, frame);
  return (
    <rect
      className={hollow ? "rh-chart__rail rh-chart__rail--gap" : "rh-chart__fill"}
      x={`${x}%`}
      y={y}
      width={`${width}%`}
      height="11"
    />
  );
}
