/** What two people found one text to be about, as ids of themes; none for "none of these". */
export type Pair = { first: readonly string[]; second: readonly string[] };

/** Fewer texts than this say nothing about how alike two people read. */
export const LEAST_TO_MEASURE = 20;

/**
 * How alike two people found one theme. `both`, `onlyFirst`, `onlySecond` and `neither` count texts; `alike` is
 * the share on which they agree. `kappa` is null where it can't be told, `enough` false under 20 texts.
 */
export type Agreement = {
  theme: string;
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
  enough: boolean;
  alike: number | null;
  kappa: number | null;
};

/**
 * How far two people agree about one theme (J. Cohen, "A coefficient of agreement for nominal scales", 1960):
 * kappa = (alike − chance) / (1 − chance), where chance is how often they would agree if each had spread their
 * own number of ticks at random: p₁p₂ + (1 − p₁)(1 − p₂). Null where both always or never chose it.
 */
export function agreementOn(theme: string, pairs: readonly Pair[]): Agreement {
  const counted = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const { first, second } of pairs) {
    const [one, other] = [first.includes(theme), second.includes(theme)];
    counted[one ? (other ? "both" : "onlyFirst") : other ? "onlySecond" : "neither"] += 1;
  }
  const { both, onlyFirst, onlySecond, neither } = counted;
  const texts = pairs.length;
  if (texts < LEAST_TO_MEASURE) return { theme, ...counted, enough: false, alike: null, kappa: null };
  const chosen = [both + onlyFirst, both + onlySecond] as const;
  // Whole numbers as long as possible, so that agreeing entirely is exactly 1.
  const chance = chosen[0] * chosen[1] + (texts - chosen[0]) * (texts - chosen[1]);
  const alike = (both + neither) * texts;
  const all = texts * texts;
  const kappa = chance === all ? null : (alike - chance) / (all - chance);
  return { theme, ...counted, enough: true, alike: (both + neither) / texts, kappa };
}

/** Every theme that either of them chose, those with the least agreement first. */
export function agreementOf(pairs: readonly Pair[]): Agreement[] {
  const chosen = new Set(pairs.flatMap(({ first, second }) => [...first, ...second]));
  return [...chosen]
    .map((theme) => agreementOn(theme, pairs))
    .sort((a, b) => (a.kappa ?? 1) - (b.kappa ?? 1) || (a.alike ?? 1) - (b.alike ?? 1));
}

/** True when both found the same, in whatever order. */
export const isAlike = ({ first, second }: Pair) =>
  first.length === second.length && first.every((theme) => second.includes(theme));

/** What a kappa is called: the marks of J. R. Landis and G. G. Koch, 1977, which are a custom and no law. */
export function kappaWords(kappa: number): string {
  if (kappa > 0.8) return "Almost always alike";
  if (kappa > 0.6) return "Mostly alike";
  if (kappa > 0.4) return "Half alike";
  return "Talk about what this theme means";
}

/** How many texts a second person reads: so many in a hundred, twenty at least, and no more than there are. */
export const sampleSize = (texts: number, inAHundred: number) =>
  Math.min(texts, Math.max(LEAST_TO_MEASURE, Math.ceil((texts * inAHundred) / 100)));
