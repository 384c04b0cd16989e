import { CUT } from "~/platform/flags";

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** A quote as it is kept: one kind of mark for what is left out, and no spaces to spare. */
export const tidyQuote = (typed: string) =>
  tidy(typed.replace(/\[\s*(?:…|\.\.\.)\s*\]/g, CUT))
    .replace(/(?:\[…\]\s*){2,}/g, `${CUT} `)
    .trim();

/**
 * True when a quote is a text with pieces cut out, each marked by `[…]`, and nothing changed or added. Its ends
 * count as marked only where they are; two pieces never stand side by side without a mark.
 */
export function isCutFrom(text: string, quote: string): boolean {
  const whole = tidy(text);
  const pieces = tidyQuote(quote)
    .split(CUT)
    .map((piece) => piece.trim());
  if (pieces.every((piece) => piece === "")) return false;
  const [first = "", ...rest] = pieces;
  if (!whole.startsWith(first)) return false;
  let from = first.length;
  for (const [n, piece] of rest.entries()) {
    const isLast = n === rest.length - 1;
    const at = isLast && piece !== "" ? whole.length - piece.length : whole.indexOf(piece, from);
    if (at < from || !whole.startsWith(piece, at)) return false;
    from = at + piece.length;
  }
  return rest.length > 0 || from === whole.length;
}

/** How many people besides the one who proposed it look at a quote: two where all who answered live close together. */
export const checksNeeded = (survey: { neighbourhoodId: string | null }) =>
  survey.neighbourhoodId === null ? 1 : 2;
