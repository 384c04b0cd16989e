import { classes } from "./classes";

/** One column: its height, 0 to 100, or null where nothing can be shown. */
export type ChartColumn = { key: string; height: number | null };

const HEIGHT = 96;

/** Columns side by side, in the order of reading. They say nothing to a screen reader: the table beside them does. */
export function ChartColumns({ columns }: { columns: readonly ChartColumn[] }) {
  const width = 100 / Math.max(1, columns.length);
  return (
    <svg className="rh-chart__columns" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      {columns.map(({ key, height }, at) => {
        const tall = height === null ? 14 : (height / 100) * (HEIGHT - 2);
        return (
          <rect
            key={key}
            className={classes(height === null ? "rh-chart__rail rh-chart__rail--gap" : "rh-chart__fill")}
            x={`${at * width + width * 0.1}%`}
            width={`${width * 0.8}%`}
            y={HEIGHT - 1 - tall}
            height={tall}
          />
        );
      })}
      <line className="rh-chart__axis" x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
    </svg>
  );
}
