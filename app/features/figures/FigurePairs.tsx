import { useTranslation } from "react-i18next";
import type { Change, Representation, Share } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartBar } from "~/ui/ChartBar";
import { ChartFigure } from "~/ui/ChartFigure";

type FigurePairsProps = {
  /** One of its own on the page. */
  id: string;
  level?: 2 | 3;
  title: string;
  /** In the page's language, not in English as what is published. */
  titleIsOurs?: boolean;
  locale: Locale;
} & (
  | { changes: readonly { label: string; change: Change }[] }
  | { groups: readonly { label: string; against: Representation }[] }
);

/** Two bars to each line: before and after, or those who took part and those who live here; and what can be said of them. */
export function FigurePairs({ id, level, title, titleIsOurs, locale, ...of }: FigurePairsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const [first, second] =
    "changes" in of
      ? [t("figures.before"), t("figures.after")]
      : [t("figures.tookPart"), t("figures.liveHere")];
  const rows = "changes" in of ? of.changes.map(changed) : of.groups.map(against);
  return (
    <ChartFigure
      id={id}
      level={level}
      title={<span {...(titleIsOurs ? {} : foreign)}>{title}</span>}
      says={key()}
    >
      <ul className="rh-chart__rows">
        {rows.map(({ label, lengths, ranges, words, verdict }) => (
          <li key={label}>
            <p>
              <span {...foreign}>{label}</span>
              <b>{verdict}</b>
            </p>
            <ChartBar length={lengths[0]} range={ranges[0]} />
            <ChartBar length={lengths[1]} range={ranges[1]} second />
            <p className="rh-note">{words}</p>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );

  function key() {
    return [first, second].map((word, at) => (
      <span key={word}>
        <svg className="rh-chart__key" aria-hidden="true" focusable="false">
          <rect
            className={at === 0 ? "rh-chart__fill" : "rh-chart__fill rh-chart__fill--second"}
            width="100%"
            height="100%"
          />
        </svg>
        {word}{" "}
      </span>
    ));
  }

  function inWords({ percent, part, of: whole }: Share): string {
    const counts = t("figures.partOf", { part: part.text, of: whole.text });
    return percent === null ? counts : `${t("figures.percent", { percent })} (${counts})`;
  }

  function changed({ label, change }: { label: string; change: Change }) {
    const { before, after, points, interval, verdict } = change;
    const [low, high] = interval ?? [];
    return {
      label,
      lengths: [before.percent, after.percent] as const,
      ranges: [before.interval, after.interval] as const,
      words: [
        `${first}: ${inWords(before)}`,
        `${second}: ${inWords(after)}`,
        points !== null &&
          `${t("figures.points", { points: signed(points) })} (${t("figures.pointsBetween", { low: signed(low), high: signed(high) })})`,
      ]
        .filter(Boolean)
        .join(". "),
      verdict: {
        more: t("figures.more"),
        less: t("figures.less"),
        not_clear: t("figures.notClear"),
        not_enough: t("figures.notEnough"),
      }[verdict],
    };
  }

  function against({ label, against: group }: { label: string; against: Representation }) {
    const { percent, interval, populationPercent, verdict } = group;
    return {
      label,
      lengths: [percent, populationPercent] as const,
      ranges: [interval, null] as const,
      words: `${first}: ${inWords(group)}. ${second}: ${t("figures.percent", { percent: populationPercent })}`,
      verdict: {
        over: t("figures.over"),
        under: t("figures.under"),
        not_clear: t("figures.noDifference"),
        not_enough: t("figures.notEnough"),
      }[verdict],
    };
  }
}

/** A number of points with its sign; the true minus. */
const signed = (points = 0) => (points > 0 ? `+${points}` : `${points}`.replace("-", "−"));
