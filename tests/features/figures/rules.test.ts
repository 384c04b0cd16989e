import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishCount } from "~/features/figures/published";
import { HIDDEN_TO, RULES } from "~/features/figures/rules";

describe("one count", () => {
  test.each([
    [0, "0"],
    [1, "*"],
    [7, "*"],
    [8, "10"],
    [12, "10"],
    [13, "15"],
    [148, "150"],
    [1012, "1,010"],
  ])("under the hospital rule %i is published as %s", (count, text) => {
    expect(publishCount(count).text).toBe(text);
  });

  test.each([
    [0, "0"],
    [1, "*"],
    [9, "*"],
    [10, "10"],
    [13, "15"],
  ])("under the ten-five rule %i is published as %s", (count, text) => {
    expect(publishCount(count, { rule: "ons_10_5", sensitive: false }).text).toBe(text);
  });

  test.each(RULES)("where nought tells something, %s hides it too", (rule) => {
    expect(publishCount(0, { rule, sensitive: true }).text).toBe("*");
  });

  test.each(RULES)(
    "nothing small ever shows, and what shows is a multiple of 5 within 2 of it: %s",
    (rule) => {
      fc.assert(
        fc.property(fc.nat(100_000), (count) => {
          const { text, value, shown } = publishCount(count, { rule, sensitive: false });
          if (count >= 1 && count <= HIDDEN_TO[rule])
            return text === "*" && value === null && shown === "few";
          return value !== null && value % 5 === 0 && Math.abs(value - count) <= 2 && shown === "rounded";
        }),
      );
    },
  );

  test.each([-1, 2.5, Number.NaN])("%d is no count of people", (count) => {
    expect(() => publishCount(count)).toThrow();
  });
});
