import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Words that only a court can say of a consultation. */
const JUDGEMENT =
  /\b(?:un)?lawful(?:ly|ness)?\b|\blegally (?:compliant|sound|valid|safe)\b|\bcompl(?:y|ies|iant) with (?:the )?(?:law|Gunning)\b|\bGunning[- ]compliant\b|\bstatutory (?:12|twelve|84)\b/i;

const TEXT = /\.(?:tsx?|json|md|ya?ml)$/;
const files = ["app", "content"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => TEXT.test(name))
    .map((name) => `${folder}/${name}`),
);
/** The site's words without its comments, which may say what is not so. */
const wordsOf = (file: string) =>
  readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*(?:\/\/|#).*$/gm, "");

test("the site never calls a consultation lawful, and claims no statutory time", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => JUDGEMENT.test(wordsOf(file)))).toEqual([]);
});

test("the check finds such a word", () => {
  for (const words of [
    "This consultation is lawful.",
    "legally sound",
    "a statutory twelve weeks",
    "Gunning-compliant",
  ]) {
    expect(JUDGEMENT.test(words)).toBe(true);
  }
});
