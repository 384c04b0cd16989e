import { type Palette, palettes } from "./palettes";
import { draw, TILE, type TileKind } from "./tile-shapes";

const HEIGHT = 44;
const kinds: readonly TileKind[] = ["quarter", "leaf", "half", "triangle", "dot", "rings", "leaf", "quarter"];

const cells = (Object.keys(palettes) as Palette[]).flatMap((palette, at) => {
  const [deep, light, pale] = palettes[palette];
  return kinds.map((kind, i) => ({
    column: at * kinds.length + i,
    row: 0,
    kind,
    turn: (i * 3 + at) % 4,
    ground: i % 2 ? deep : light,
    front: i % 2 ? light : deep,
    third: pale,
  }));
});

const band = (
  <svg className="rh-band" height={HEIGHT} aria-hidden="true" focusable="false">
    <pattern
      id="rh-band"
      width={TILE * cells.length}
      height={TILE}
      patternUnits="userSpaceOnUse"
      patternTransform={`scale(${HEIGHT / TILE})`}
    >
      {draw(cells).map(({ key, d, ink, stroke }) => (
        <path
          key={key}
          d={d}
          fill={stroke ? "none" : ink}
          stroke={stroke ? ink : undefined}
          strokeWidth={stroke}
        />
      ))}
    </pattern>
    <rect width="100%" height="100%" fill="url(#rh-band)" />
  </svg>
);

/** A line of every neighbourhood's tiles, as wide as the page. Once on a page: its pattern has an id. */
export function Band() {
  return band;
}
