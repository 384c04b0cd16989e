/** Two colours as #rrggbb. */
type Pair = { main: string; accent: string };
type Rgb = readonly [number, number, number];

/** The text on pale grounds, which no borough changes. */
const INK = "#17241f";
const WHITE = "#ffffff";
/** What WCAG 2.2 asks between words and their ground (success criterion 1.4.3). */
const LEAST = 4.5;

const parse = (hex: string): Rgb => {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
};
const write = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** So much of one colour in another; `share` from 0 to 1. */
function mix(one: string, other: string, share: number): string {
  const [a, b] = [parse(one), parse(other)];
  return write(a.map((part, i) => part * share + (b[i] ?? 0) * (1 - share)) as unknown as Rgb);
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = parse(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast between two colours, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Every colour of the site that follows from the two, by the name it has in the style sheet. */
export function shadesOf({ main, accent }: Pair) {
  const deep = mix(main, "#000000", 0.7);
  return {
    "--brand": main,
    "--brand-deep": deep,
    "--link": main,
    "--sun": accent,
    "--sun-soft": mix(accent, WHITE, 0.62),
    "--mint": mix(main, WHITE, 0.07),
    "--mint-2": mix(main, WHITE, 0.17),
    "--govuk-brand-colour": main,
    "--govuk-link-colour": main,
    "--govuk-link-hover-colour": mix(main, "#000000", 0.6),
    "--govuk-hover-colour": mix(main, WHITE, 0.2),
    "--govuk-surface-background-colour": mix(main, WHITE, 0.07),
    "--govuk-surface-border-colour": mix(main, WHITE, 0.35),
  };
}

/** The style sheet that recolours the site. */
export function sheetOf(colours: Pair): string {
  const lines = Object.entries(shadesOf(colours)).map(([name, value]) => `${name}:${value}`);
  return `:root{${lines.join(";")}}\n`;
}

/** Why two colours cannot be the site's, in a sentence each; none when they can. */
export function problemsOf(colours: Pair): { field: "main" | "accent"; words: string }[] {
  const shades = shadesOf(colours);
  const falls = (words: string, ground: string) => contrastOf(words, ground) < LEAST;
  const problems: { field: "main" | "accent"; words: string }[] = [];
  if (falls(shades["--brand"], WHITE) || falls(shades["--brand"], shades["--mint-2"])) {
    problems.push({
      field: "main",
      words:
        "The main colour is too light: white words on it, or links in it, could not be read. Choose a darker one",
    });
  }
  if (falls(INK, shades["--sun"])) {
    problems.push({
      field: "accent",
      words: "The accent colour is too dark: black words on it could not be read. Choose a lighter one",
    });
  } else if (problems.length === 0 && falls(shades["--sun-soft"], shades["--brand-deep"])) {
    problems.push({
      field: "accent",
      words:
        "The accent colour is too close to the main colour: links at the top and the foot could not be read. Choose a lighter one",
    });
  }
  return problems;
}
