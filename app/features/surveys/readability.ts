const LONGEST_SENTENCE = 20;
const LONG_WORD = 13;

/** The same for several texts, each said with the name of its field. */
export function namedHints(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    readingHints(text).map((hint) => `${name}: ${hint}`),
  );
}

/** What makes a text hard to read, in a sentence each; empty for a plain one. Advice, never a rule. */
export function readingHints(text: string): string[] {
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((one) => one.trim() !== "");
  const hints: string[] = [];
  const long = sentences.find((one) => one.trim().split(/\s+/).length > LONGEST_SENTENCE);
  if (long) {
    const words = long.trim().split(/\s+/);
    hints.push(`A sentence of ${words.length} words (“${words.slice(0, 5).join(" ")} …”): try two.`);
  }
  const hard = [...new Set(text.match(/\p{L}+/gu) ?? [])].filter((word) => word.length >= LONG_WORD);
  if (hard.length > 0) hints.push(`Long words: ${hard.slice(0, 3).join(", ")}. Is there a shorter one?`);
  if (/\b(?:not|never|no)\b[^.?!]*\b(?:not|never|no)\b/i.test(text)) {
    hints.push("It says “not” twice: say it the other way round.");
  }
  if (/\band\/or\b|\/(?=\p{L})/u.test(text)) hints.push("A stroke between words: say “or”, or ask twice.");
  return hints;
}
