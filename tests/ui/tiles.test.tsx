import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Band } from "~/ui/Band";
import { Logo, logoCells } from "~/ui/Logo";
import { Patchwork } from "~/ui/Patchwork";
import { isPalette, type Palette, palettes } from "~/ui/palettes";
import { Strip, stripCells } from "~/ui/Strip";
import { Tile, type TileTone } from "~/ui/Tile";
import { dice, draw, tileKinds } from "~/ui/tile-shapes";

const names = Object.keys(palettes) as Palette[];
const tones: TileTone[] = ["deep", "light", "pale", "bright", "vivid"];

describe("the alphabet of tiles", () => {
  it("has fourteen", () => {
    expect(tileKinds).toHaveLength(14);
  });

  it.each(tileKinds)("%s is drawn in every palette and tone without a style attribute", (kind) => {
    for (const palette of names) {
      for (const tone of tones) {
        const svg = renderToStaticMarkup(<Tile kind={kind} palette={palette} tone={tone} turn={3} />);
        expect(svg).toMatch(/^<svg class="rh-tile"[^>]* aria-hidden="true"/);
        expect(svg).not.toMatch(/style=|NaN|undefined/);
      }
    }
  });

  it.each(tileKinds)("%s stays inside its square", (kind) => {
    for (const turn of [0, 1, 2, 3]) {
      const drawn = draw([{ column: 1, row: 1, kind, turn, ground: "#fff", front: "#000", third: "#888" }]);
      const starts = drawn.flatMap(({ d }) => [...d.matchAll(/M([\d.]+) ([\d.]+)/g)]);
      expect(starts.length).toBeGreaterThan(1);
      for (const [, x, y] of starts) {
        expect(Number(x)).toBeGreaterThanOrEqual(24);
        expect(Number(x)).toBeLessThanOrEqual(48);
        expect(Number(y)).toBeGreaterThanOrEqual(24);
        expect(Number(y)).toBeLessThanOrEqual(48);
      }
    }
  });
});

describe("a strip", () => {
  it("is the same for the same palette, seed and size, and another for another seed", () => {
    expect(stripCells("brick", 12, 8, 2)).toEqual(stripCells("brick", 12, 8, 2));
    const shapes = (seed: number) =>
      stripCells("brick", seed, 8, 2).map(({ kind, turn }) => `${kind}${turn}`);
    const seen = new Set(Array.from({ length: 200 }, (_, seed) => shapes(seed).join()));
    expect(seen.size).toBe(200);
  });

  it("uses every one of its palette's colours", () => {
    for (const palette of names) {
      const svg = renderToStaticMarkup(<Strip palette={palette} seed={7} />);
      for (const colour of palettes[palette]) expect(svg).toContain(colour);
    }
  });

  it("never weighs more than 1.2 KB", () => {
    for (let seed = 0; seed < 50; seed++) {
      const svg = renderToStaticMarkup(<Strip palette="blue" seed={seed} />);
      expect(brotliCompressSync(svg).length).toBeLessThan(1200);
      expect(svg).not.toContain("style=");
    }
  });

  it("is drawn once and kept", () => {
    const props = { palette: "teal", seed: 33 } as const;
    expect(Strip(props)).toBe(Strip(props));
    for (let seed = 1000; seed < 1600; seed++) Strip({ palette: "teal", seed });
    expect(renderToStaticMarkup(<Strip {...props} />)).toContain("<path");
  });
});

it("throws fair and repeatable dice", () => {
  const roll = dice(4);
  const again = dice(4);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) {
    const face = roll(4);
    expect(face).toBe(again(4));
    counts[face] = (counts[face] ?? 0) + 1;
  }
  for (const count of counts) expect(count).toBeGreaterThan(900);
});

it("keeps the icons in step with the logo", () => {
  const icon = readFileSync("public/icon.svg", "utf8");
  for (const { d, ink } of draw(logoCells)) {
    expect(icon).toContain(`d="${d}"`);
    expect(icon).toContain(ink);
  }
});

it("draws logo, patchwork and band as hidden pictures", () => {
  for (const picture of [<Logo key="l" />, <Patchwork key="p" />, <Band key="b" />]) {
    const svg = renderToStaticMarkup(picture);
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toContain("style=");
  }
});

it("knows its palettes by name, and holds the same colours as the stylesheet", () => {
  expect(isPalette("plum")).toBe(true);
  expect(isPalette("toString")).toBe(false);
  const tokens = readFileSync("app/ui/styles/_tokens.scss", "utf8");
  for (const palette of names) {
    const [, block = ""] = new RegExp(`\\[data-palette="${palette}"\\] \\{([^}]*)\\}`).exec(tokens) ?? [];
    expect([...block.matchAll(/--h\d: (#\w+);/g)].map(([, colour]) => colour)).toEqual([
      ...palettes[palette],
    ]);
  }
});
