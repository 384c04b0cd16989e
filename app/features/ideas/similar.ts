/** Words that say nothing of what an idea is about, folded. */
const EMPTY = new Set(
  (
    "a about after again all alway also an and any are as at be because been but by can could do does each enough even every for from get give go good " +
    "had have having help here how i if in into is it its just lik like live local make main many me mine more most much my near " +
    "need new no not none now of often on one open or other our out people person place round should so some than that the their " +
    "them then there they thi thing this those to too two up use used very want was way we well were what when where which " +
    "who will with without work would year you your"
  ).split(" "),
);

const MOST_WORDS = 6;

/** The words by which like ideas are looked for: those of the title first, then the longest of the text. All folded. */
export function tellingWords(title: string, text: string): string[] {
  const of = (words: string) => words.split(" ").filter((word) => word.length > 2 && !EMPTY.has(word));
  const rest = of(text).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [...new Set([...of(title), ...rest])].slice(0, MOST_WORDS);
}

/** How much of these words an idea says too, from 0 to 1: a word of its title counts twice. All folded. */
export function likeness(words: readonly string[], title: string, text: string): number {
  if (words.length === 0) return 0;
  const [inTitle, inText] = [title.split(" "), text.split(" ")];
  const has = (said: string[], word: string) =>
    said.some((one) => one === word || (word.length > 4 && one.startsWith(word.slice(0, -1))));
  const points = words.map((word) => (has(inTitle, word) ? 2 : has(inText, word) ? 1 : 0) as number);
  return points.reduce((sum, one) => sum + one, 0) / (2 * words.length);
}
