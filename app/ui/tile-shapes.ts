/** The alphabet of tiles and how they are put together. A tile is 24 units square. */

export const TILE = 24;

type Ink = "front" | "third" | "ground";

/** One piece of a shape: where its path starts, the relative rest of it, its ink, its layer, a stroke's width. */
type Piece = readonly [x: number, y: number, path: string, ink: Ink, layer: 1 | 2 | 3, stroke?: number];

const circle = (r: number) => `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0 ${r} ${r} 0 1 0${-2 * r} 0z`;

const corners = [
  { x: 0, y: 0, quarter: (r: number) => `h${r}a${r} ${r} 0 0 1-${r} ${r}z`, half: "h24v24z" },
  { x: 24, y: 0, quarter: (r: number) => `v${r}a${r} ${r} 0 0 1-${r}-${r}z`, half: "v24h-24z" },
  { x: 24, y: 24, quarter: (r: number) => `h-${r}a${r} ${r} 0 0 1 ${r}-${r}z`, half: "h-24v-24z" },
  { x: 0, y: 24, quarter: (r: number) => `v-${r}a${r} ${r} 0 0 1 ${r} ${r}z`, half: "v-24h24z" },
] as const;

const house = "l8.6 7.6v12.4h-17.2v-12.4z";
const door = "v-6.6a2.6 2.6 0 0 1 5.2 0v6.6z";
const terrace = "v-12l4-5.3 4 5.3v12z";
const rays = "h2.9m-5 5.2 2 2m-7.2.1v2.9m-5.2-5 -2 2m-.1-7.2h-2.9m5-5.2-2-2m7.2-.1v-2.9m5.2 5 2-2";
const wave = "c6 0 6 5 12 5s6-5 12-5";
const bubble = "h16.4v10.6h-8.7l-4.3 4.8v-4.8h-3.4z";
const heart =
  "c-4.6-3.6-8-6.5-8-9.7 0-2.5 2-4.3 4.3-4.3 1.5 0 2.8.7 3.7 1.9.9-1.2 2.2-1.9 3.7-1.9 2.3 0 4.3 1.8 4.3 4.3 0 3.2-3.4 6.1-8 9.7z";

type Corner = (typeof corners)[number];

const shapes = {
  quarter: ({ x, y, quarter }: Corner): Piece[] => [[x, y, quarter(24), "front", 1]],
  rings: ({ x, y, quarter }: Corner): Piece[] => [
    [x, y, quarter(24), "front", 1],
    [x, y, quarter(16), "third", 2],
    [x, y, quarter(8), "front", 3],
  ],
  triangle: ({ x, y, half }: Corner): Piece[] => [[x, y, half, "front", 1]],
  leaf: ({ x, y }: Corner): Piece[] =>
    x === y
      ? [
          [0, 0, "a24 24 0 0 1 24 24 24 24 0 0 1-24-24z", "front", 1],
          [3.5, 3.5, "l14 14", "ground", 2, 1.1],
        ]
      : [
          [0, 24, "a24 24 0 0 1 24-24 24 24 0 0 1-24 24z", "front", 1],
          [3.5, 20.5, "l14-14", "ground", 2, 1.1],
        ],
  half: ({ x, y }: Corner): Piece[] =>
    x === y
      ? [
          [0, 0, "a12 12 0 0 0 24 0z", "front", 1],
          [0, 12, "a12 12 0 0 0 24 0z", "third", 1],
        ]
      : [
          [0, 24, "a12 12 0 0 1 24 0z", "front", 1],
          [0, 12, "a12 12 0 0 1 24 0z", "third", 1],
        ],
  dot: (): Piece[] => [[12, 12, circle(7), "front", 1]],
  house: (): Piece[] => [
    [12, 4, house, "front", 1],
    [9.4, 24, door, "ground", 2],
  ],
  terrace: (): Piece[] => [
    [0, 24, terrace, "third", 1],
    [8, 24, terrace, "front", 1],
    [16, 24, terrace, "third", 1],
  ],
  sun: (): Piece[] => [
    [12, 12, circle(5.3), "front", 1],
    [19.3, 12, rays, "front", 2, 1.8],
  ],
  wave: (): Piece[] => [
    [0, 3.5, wave, "front", 1, 2.4],
    [0, 9.5, wave, "front", 1, 2.4],
    [0, 15.5, wave, "front", 1, 2.4],
  ],
  people: (): Piece[] => [
    [8.2, 9.6, circle(3.4), "front", 1],
    [2.4, 24, "a5.8 9.1 0 0 1 11.6 0z", "front", 1],
    [16.3, 8.2, circle(3.4), "third", 1],
    [12.5, 24, "a4.8 10.6 0 0 1 9.6 0z", "third", 1],
  ],
  talk: (): Piece[] => [
    [3.8, 4.8, bubble, "front", 1],
    [8.2, 10.1, circle(1.2), "ground", 2],
    [12, 10.1, circle(1.2), "ground", 2],
    [15.8, 10.1, circle(1.2), "ground", 2],
  ],
  heart: (): Piece[] => [[12, 19.2, heart, "front", 1]],
  cross: (): Piece[] => [[8, 0, "h8v8h8v8h-8v8h-8v-8h-8v-8h8z", "front", 1]],
} as const satisfies Record<string, (corner: Corner) => Piece[]>;

export type TileKind = keyof typeof shapes;

/** The fourteen tiles, by name. */
export const tileKinds = Object.keys(shapes) as TileKind[];

/** One tile of a mosaic: column and row, shape, quarter turns (0 to 3), and its three inks. */
export type Cell = {
  column: number;
  row: number;
  kind: TileKind;
  turn?: number;
  ground: string;
  front: string;
  third?: string;
};

/** One drawn path: everything of one ink, layer and stroke width. */
export type Drawn = { key: string; d: string; ink: string; stroke?: number };

const tidy = (n: number) => String(Math.round(n * 10) / 10);

/** Draws cells as a few paths, one for each layer and ink, so that a strip of sixteen tiles stays about 1 KB. */
export function draw(cells: readonly Cell[]): Drawn[] {
  const layers = new Map<string, Drawn>();
  const add = (layer: number, ink: string, d: string, stroke?: number) => {
    const key = `${layer} ${stroke ?? ""} ${ink}`;
    const drawn = layers.get(key);
    if (drawn) drawn.d += d;
    else layers.set(key, { key, d, ink, stroke });
  };
  for (const cell of cells) {
    const left = cell.column * TILE;
    const top = cell.row * TILE;
    add(0, cell.ground, `M${left} ${top}h24v24h-24z`);
    for (const [x, y, path, ink, layer, stroke] of shapes[cell.kind](
      corners[(cell.turn ?? 0) % 4] ?? corners[0],
    )) {
      const colour =
        ink === "ground" ? cell.ground : ink === "third" ? (cell.third ?? cell.front) : cell.front;
      add(layer, colour, `M${tidy(left + x)} ${tidy(top + y)}${path}`, stroke);
    }
  }
  return [...layers.values()].sort((a, b) => a.key.localeCompare(b.key));
}

/** A repeatable source of whole numbers from 0 to below `limit`: the same seed gives the same ones. */
export function dice(seed: number): (limit: number) => number {
  let count = Math.imul(seed, 0x2545f491);
  return (limit) => {
    count = (count + 0x9e3779b9) | 0;
    let mixed = Math.imul(count ^ (count >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
}
