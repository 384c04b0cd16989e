import { expect, test } from "vitest";
import { linesOf } from "~/features/events/after";
import { penceOf, pounds } from "~/features/events/money";

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
