import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ACT_WORDS, wordsForAct } from "~/features/people/act-words";

/** Every act that some verb notes: the string in its call of audit(), or the one it chooses beforehand as `act`. */
function actsInSources(): Set<string> {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".server.ts"),
  );
  const found = new Set<string>();
  for (const file of files) {
    const text = readFileSync(`app/${file}`, "utf8");
    for (const call of text.matchAll(/\baudit\(([^;]*?)"([a-z]+\.[a-z_]+)"/g)) found.add(call[2] ?? "");
    for (const chosen of text.matchAll(/\bact(?: =|:)[^;\n]*/g)) {
      for (const act of chosen[0].matchAll(/"([a-z]+\.[a-z_]+)"/g)) found.add(act[1] ?? "");
    }
  }
  return found;
}

test("every act of the record has words: add yours to app/features/people/act-words.ts", () => {
  const acts = actsInSources();
  expect(acts.size).toBeGreaterThan(30);
  expect([...acts].filter((act) => !(act in ACT_WORDS))).toEqual([]);
});

test("an act without words is shown as it is written", () => {
  expect(wordsForAct("someday.done")).toBe("someday.done");
});
