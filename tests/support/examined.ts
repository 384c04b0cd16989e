import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Playwright empties the folder above when a run starts. */
const FOLDER = path.resolve("test-results/journeys/examined");

/**
 * What differs between two visits to the same page: addresses, hidden values, references, random words and figures.
 * Of words between tags it matters only that there are some: what is wrong with a page's markup or colours is wrong
 * whatever it says.
 */
const PASSING = [
  /\s(?:value|href|action|datetime|src|d|viewBox)="[^"]*"/gi,
  /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g,
  /[0-9a-f]{8}/g,
  /\d+/g,
];
const WORDS = /(?<=>)[^<>]*[^<>\s][^<>]*(?=<)/g;

/** A page as far as an examination cares, in a browser of this width. */
export function fingerprint(width: number, content: string): string {
  const lasting = PASSING.reduce(
    (text, pattern) => text.replace(pattern, ""),
    content.replace(WORDS, "words"),
  );
  return createHash("sha256").update(`${width} ${lasting}`).digest("hex");
}

/** True when some test of this run found nothing wrong with the same page: it is not examined twice. */
export function wasExamined(print: string): boolean {
  return existsSync(path.join(FOLDER, print));
}

export function noteExamined(print: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, print), "");
}
