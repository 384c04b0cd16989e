import { memo } from "react";
import { type Cell, draw, TILE } from "./tile-shapes";

// A thick stroke runs from edge to edge of its tile and must not bulge into the next.
const THICK = 2;

type MosaicProps = {
  cells: readonly Cell[];
  columns: number;
  rows: number;
  className: string;
  /** How the picture fills a box of another shape; left out, it keeps its own shape. */
  fit?: "slice";
};

/** Cells of tiles as one decorative SVG, hidden from assistive technology. */
export const Mosaic = memo(function Mosaic({ cells, columns, rows, className, fit }: MosaicProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${columns * TILE} ${rows * TILE}`}
      preserveAspectRatio={fit && "xMinYMin slice"}
      aria-hidden="true"
      focusable="false"
    >
      {draw(cells).map(({ key, d, ink, stroke }) =>
        stroke ? (
          <path
            key={key}
            d={d}
            fill="none"
            stroke={ink}
            strokeWidth={stroke}
            strokeLinecap={stroke < THICK ? "round" : undefined}
          />
        ) : (
          <path key={key} d={d} fill={ink} shapeRendering={key.startsWith("0") ? "crispEdges" : undefined} />
        ),
      )}
    </svg>
  );
});
