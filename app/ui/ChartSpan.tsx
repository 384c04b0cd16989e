type ChartSpanProps = {
  /** From where to where it reaches, 0 to 100. */
  low: number;
  high: number;
  /** A mark across it, 0 to 100. */
  at: number;
};

/** A bar from one place to another on a line from 0 to 100, with a mark. It says nothing to a screen reader: the words beside it do. */
export function ChartSpan({ low, high, at }: ChartSpanProps) {
  return (
    <svg className="rh-chart__bar" width="100%" height="24" aria-hidden="true" focusable="false">
      <rect className="rh-chart__rail" width="100%" height="100%" />
      <rect className="rh-chart__fill" x={`${low}%`} width={`${high - low}%`} height="100%" />
      <line className="rh-chart__range" x1={`${at}%`} x2={`${at}%`} y1="0" y2="24" />
    </svg>
  );
}
