import { classes } from "./classes";

type ChartBarProps = {
  /** Its length, 0 to 100. Null: nothing can be shown, and a gap is drawn in its place. */
  length: number | null;
  /** From where to where it could lie, 0 to 100. */
  range?: readonly [low: number, high: number] | null;
  /** The second of a pair is hatched, so that paper and greyscale tell them apart. */
  second?: boolean;
};

/** One bar of a chart. It says nothing to a screen reader: the words beside it do. */
export function ChartBar({ length, range, second }: ChartBarProps) {
  return (
    <svg className="rh-chart__bar" width="100%" height="24" aria-hidden="true" focusable="false">
      <rect
        className={classes("rh-chart__rail", length === null && "rh-chart__rail--gap")}
        width="100%"
        height="100%"
      />
      {length !== null && (
        <rect
          className={classes("rh-chart__fill", second && "rh-chart__fill--second")}
          width={`${length}%`}
          height="100%"
        />
      )}
      {length !== null && range && (
        <g className="rh-chart__range">
          <line x1={`${range[0]}%`} x2={`${range[1]}%`} y1="12" y2="12" />
          <line x1={`${range[0]}%`} x2={`${range[0]}%`} y1="6" y2="18" />
          <line x1={`${range[1]}%`} x2={`${range[1]}%`} y1="6" y2="18" />
        </g>
      )}
    </svg>
  );
}
