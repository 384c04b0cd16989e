import { describe, expect, test } from "vitest";
import { cutOut, flagsIn, hasBankDetails } from "~/platform/flags";

const KNOWN = ["Old Market Hall", "Old Market", "Barber Shop Talk", "Canalside"];

describe("what somebody should look at before it is let through", () => {
  test.each([
    ["The nurse came on time and stayed for tea", []],
    ["Barber Shop Talk and the people at Old Market Hall", []],
    ["Canalside is too far. The bus stops at six", []],
    ["Dr Hollis never rings back", ["name"]],
    ["I saw nurse first, then Sister Quill", ["name"]],
    ["the receptionist Marla Dent was rude", ["name"]],
    ["Ring me on 07700 900 123", ["contact"]],
    ["write to ada@example.org", ["contact"]],
    ["I live at LK1 4AB", ["contact"]],
    ["My son hits me when his money runs out", ["safeguarding"]],
    ["some days I want to die", ["safeguarding"]],
    ["she’s scared to go home and Mr Vale knows", ["safeguarding", "name"]],
    ["his uncle takes all his money", ["safeguarding"]],
  ])("%s", (text, flags) => expect(flagsIn(text, KNOWN)).toEqual(flags));
});

describe("bank details", () => {
  test.each([
    "12-34-56 12345678",
    "account 12345678, sort code 12 34 56",
    "sort:123456 acc:1234 5678",
    "GB82 WEST 1234 5698 7654 32",
  ])("%s are seen", (text) => expect(hasBankDetails(text)).toBe(true));

  test.each([
    "Ring me on 020 7946 0123",
    "two buses, 12 and 34, on 20 09 2025",
    "07700 900123",
    "£12.50 for bus 7",
    "12345678",
  ])("%s are none", (text) => expect(hasBankDetails(text)).toBe(false));
});

describe("words that somebody cuts out begin with a suggestion", () => {
  test.each([
    ["Dr Hollis never rings back", "[…] never rings back"],
    ["the receptionist Marla Dent was rude", "the receptionist […] was rude"],
    ["Ring me on 07700 900 123 or ada@example.org", "Ring me on […] or […]"],
    ["I live at LK1 4AB, near Old Market Hall", "I live at […], near Old Market Hall"],
    ["The bus stops at six", "The bus stops at six"],
  ])("%s", (text, cut) => {
    expect(cutOut(text, KNOWN)).toBe(cut);
    expect(flagsIn(cut, KNOWN)).toEqual([]);
  });
});
