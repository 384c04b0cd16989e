import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCutFrom, tidyQuote } from "~/features/surveys/quoting";
import { CUT } from "~/platform/flags";

const SAID = "I asked Marla at the desk, and she said come back on Monday.";

describe("a quote", () => {
  test.each([
    [SAID],
    ["I asked […] at the desk, and she said come back on Monday."],
    ["[…] she said come back on Monday."],
    ["I asked [...] at the desk, […]"],
    ["I asked […] said come back […]"],
  ])("may be: %s", (quote) => expect(isCutFrom(SAID, quote)).toBe(true));

  test.each([
    ["I asked somebody at the desk, and she said come back on Monday."],
    ["I asked at the desk, and she said come back on Monday."],
    ["she said come back on Monday."],
    ["I asked Marla at the desk, and she said come back"],
    ["[…] come back on Monday. […] I asked Marla"],
    ["I asked […] Marla […] Marla […]"],
    ["[…]"],
    [""],
  ])("may not be: %s", (quote) => expect(isCutFrom(SAID, quote)).toBe(false));

  test("has one mark for what is left out in one place", () => {
    expect(tidyQuote("I asked [ ... ] […]   at the desk")).toBe("I asked […] at the desk");
  });
});

const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 3, maxLength: 20 });

test("whatever whole words are cut out of any text, it is a quote of it; one word changed, it is none", () => {
  fc.assert(
    fc.property(words, fc.infiniteStream(fc.boolean()), fc.nat(), (said, cuts, at) => {
      const kept = said.map((word) => ((cuts.next().value as boolean) ? word : CUT));
      const quote = tidyQuote(kept.join(" "));
      fc.pre(kept.some((word) => word !== CUT));
      expect(isCutFrom(said.join(" "), quote)).toBe(true);
      const places = kept.flatMap((word, n) => (word === CUT ? [] : [n]));
      const changed = kept.with(places[at % places.length] as number, "NEVERSAID");
      expect(isCutFrom(said.join(" "), changed.join(" "))).toBe(false);
    }),
  );
});
