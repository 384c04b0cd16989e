import { readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { compile, NodePackageImporter } from "sass";
import { describe, expect, it } from "vitest";
import { palettes } from "~/ui/palettes";

const KB = 1024;
const fonts = "app/ui/fonts";

const { css } = compile("app/ui/styles/app.scss", {
  importers: [new NodePackageImporter()],
  style: "compressed",
  quietDeps: true,
});

describe("the stylesheet", () => {
  it("is at most 20 KB as sent", () => {
    expect(brotliCompressSync(css).length).toBeLessThan(20 * KB);
  });

  it("carries nothing of GOV.UK's or the NHS's branding", () => {
    expect(css).not.toMatch(/GDS Transport|Frutiger|crown|crest|\/assets\//i);
  });

  it("fetches nothing but our own fonts", () => {
    const fetched = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, url]) => url);
    const ours = readdirSync(fonts).filter((file) => file.endsWith(".woff2"));
    expect(fetched.sort()).toEqual(ours.map((file) => `../fonts/${file}`).sort());
  });

  it("keeps GOV.UK's rules in a layer below ours", () => {
    expect(css).toMatch(/^\uFEFF?@layer govuk, ?rh;@layer govuk ?\{/);
  });

  it("never moves what people asked to be still", () => {
    const moving = css.replace(/@media\s*\(prefers-reduced-motion: no-preference\)\{.*?\}\}/g, "");
    expect(moving).not.toMatch(/animation:|transition:/);
  });
});

describe("the fonts", () => {
  it("weigh at most 60 KB on an English page", () => {
    const latin = readdirSync(fonts).filter((file) => /latin-(wght|800)/.test(file));
    expect(latin).toHaveLength(2);
    const bytes = latin.reduce((sum, file) => sum + statSync(`${fonts}/${file}`).size, 0);
    expect(bytes).toBeLessThan(60 * KB);
  });

  it("come with their licences", () => {
    for (const family of ["bricolage-grotesque", "nunito-sans"]) {
      expect(readFileSync(`${fonts}/${family}.OFL.txt`, "utf8")).toContain(
        "SIL OPEN FONT LICENSE Version 1.1",
      );
    }
  });
});

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, "$&$&") : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const tokens = Object.fromEntries(
  [...readFileSync("app/ui/styles/_tokens.scss", "utf8").matchAll(/--([\w-]+): (#\w+);/g)].map(
    ([, name, hex]) => [name, hex],
  ),
);

describe("the colours", () => {
  const grounds = ["white", "mint", "mint-2", "sunlight", "blush", "sky"];
  const inks = ["ink", "ink-2", "brand", "link"];

  it.each(grounds.flatMap((ground) => inks.map((ink) => [ink, ground] as const)))(
    "%s on %s",
    (ink, ground) => {
      expect(contrast(tokens[ink] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ["error", "white"],
    ["white", "brand"],
    ["white", "brand-deep"],
    ["sun-soft", "brand-deep"],
    ["ink", "sun"],
    ["focus", "ink"],
    ["ink", "focus"],
  ])("%s on %s", (ink, ground) => {
    expect(contrast(tokens[ink] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(palettes))("%s carries white text on deep and ink on pale", (_, [deep, , pale]) => {
    expect(contrast("#ffffff", deep)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.ink ?? "", pale)).toBeGreaterThanOrEqual(7);
  });
});
