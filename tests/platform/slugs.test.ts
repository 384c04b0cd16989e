import { expect, test } from "vitest";
import { RESERVED_SLUGS, slugOf, untaken } from "~/platform/slugs";

test("a slug is small letters, digits and hyphens, cut at a word, and none of the site's own words", () => {
  expect(slugOf("Café “Straße”: what’s next? (2027)", "event")).toBe("cafe-strasse-whats-next-2027");
  expect(slugOf("   ", "event")).toBe("event");
  expect(slugOf("聚会", "board")).toBe("board");
  expect(slugOf("a".repeat(90), "event")).toHaveLength(60);
  const long = slugOf("one two three four five six seven eight nine ten eleven twelve thirteen", "event");
  expect(long.length).toBeLessThanOrEqual(60);
  expect(long).toMatch(/-eleven$/);
  for (const word of RESERVED_SLUGS) expect(RESERVED_SLUGS).not.toContain(slugOf(word, "event"));
});

test("a number is added until the slug is free", async () => {
  const taken = new Set(["tea", "tea-2"]);
  expect(await untaken("tea", async (slug) => taken.has(slug))).toBe("tea-3");
});
