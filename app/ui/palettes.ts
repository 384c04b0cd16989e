/** Four colours of a neighbourhood: deep, light, pale, bright. `styles/_tokens.scss` holds the same values. */
export type Colours = readonly [deep: string, light: string, pale: string, bright: string];

/** The palettes a neighbourhood can have; used as `data-palette` and by the tiles. */
export const palettes = {
  green: ["#0e4a3c", "#ffb81f", "#bfe0c9", "#57a773"],
  brick: ["#a63a1c", "#f7b5bd", "#ffe0d3", "#ee7550"],
  blue: ["#14507d", "#9fd3ee", "#dff0fa", "#ffb81f"],
  plum: ["#5b2f73", "#cdb5ea", "#efe6f8", "#f7b5bd"],
  teal: ["#0b6468", "#8fd6cf", "#ddf3f0", "#ee7550"],
} as const satisfies Record<string, Colours>;

export type Palette = keyof typeof palettes;

/** True when a stored word is the name of a palette. */
export function isPalette(name: string): name is Palette {
  return Object.hasOwn(palettes, name);
}
