import { describe, expect, test } from "vitest";
import { linesOf } from "~/features/events/after";
import { flagsIn, hasBankDetails } from "~/features/events/flags";
import { penceOf, pounds } from "~/features/events/money";

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

test("a sheet is a note a line, with x and a number for those who agree", () => {
  expect(linesOf("The walk  x4\n\n Tea (x12)\nBus X7 is late\nfast and x-ray")).toEqual([
    { text: "The walk", agreeing: 4 },
    { text: "Tea", agreeing: 12 },
    { text: "Bus X7 is late", agreeing: 1 },
    { text: "fast and x-ray", agreeing: 1 },
  ]);
});

test("money is read as people type it, and never guessed", () => {
  expect(["12", "£12.50", " 1,200 ", "£9,840"].map(penceOf)).toEqual([1200, 1250, 120_000, 984_000]);
  expect(["", "12.5", "-3", "ten", "1,20", "12.50p", "1e3"].map(penceOf)).toEqual(Array(7).fill(null));
  expect([984_000, 1250, 5].map(pounds)).toEqual(["£9,840", "£12.50", "£0.05"]);
});
