import { describe, expect, test } from "vitest";
import { ago, apply, clockWords, findPeople, judge, tally } from "../../public/check-in/list.js";

const row = (name: string, reference: string, state = "confirmed", party = 1) => ({
  id: name,
  name,
  reference,
  state,
  party,
  here: 0,
  item: undefined as string | undefined,
});

const event = () => ({
  slug: "tea",
  rows: [
    row("Zoë O’Hara", "ABCD-2345"),
    row("Ali", "EFGH-6789", "confirmed", 3),
    row("", "JKLM-2222", "cancelled"),
    row("Wren", "NPRS-3333", "waiting"),
  ],
});

describe("a code is judged by the list alone", () => {
  test.each([
    ["ABCD-2345", "confirmed"],
    ["abcd 2345", "confirmed"],
    ["https://site.example.org/manage/events/tea/door?code=EFGH-6789", "confirmed"],
    ["JKLM-2222", "cancelled"],
    ["NPRS-3333", "waiting"],
    ["ZZZZ-9999", "unknown"],
    ["https://site.example.org/manage/events/soup/door?code=TTTT-2222", "elsewhere"],
    ["https://evil.example.org/", "unknown"],
    ["", "unknown"],
  ])("%s is %s", (code, kind) => expect(judge(event(), code).kind).toBe(kind));

  test("somebody who is here is here already", () => {
    const list = event();
    apply(list, { kind: "arrive", id: "1", registration: "Ali", people: 2 });
    expect(judge(list, "EFGH6789").kind).toBe("here");
  });
});

test("people are found by part of a name or reference, and those who cancelled are not shown", () => {
  const names = (words: string) => findPeople(event(), words).map((one: { name: string }) => one.name);
  expect(names("zoe")).toEqual(["Zoë O’Hara"]);
  expect(names("O'HARA")).toEqual(["Zoë O’Hara"]);
  expect(names("efgh")).toEqual(["Ali"]);
  expect(names("")).toEqual(["Zoë O’Hara", "Ali", "Wren"]);
  expect(names("nobody")).toEqual([]);
});

test("what was noted here shows at once, and can be changed and taken back", () => {
  const list = event();
  apply(list, { kind: "arrive", id: "1", registration: "Ali", people: 2 });
  expect(tally(list)).toEqual({ here: 2, all: 4 });
  apply(list, { kind: "amend", id: "2", of: "1", people: 3 });
  expect(tally(list)).toEqual({ here: 3, all: 4 });
  apply(list, { kind: "undo", id: "3", of: "1" });
  expect(tally(list)).toEqual({ here: 0, all: 4 });
  apply(list, { kind: "undo", id: "4", of: "elsewhere" });
  apply(list, { kind: "walk_in", id: "5", people: 2 });
  expect(tally(list)).toEqual({ here: 0, all: 4 });
});

test("times are said in words", () => {
  expect([0, 60_000, 3_540_000, 7_200_000].map(ago)).toEqual([
    "just now",
    "1 minute ago",
    "59 minutes ago",
    "2 hours ago",
  ]);
  expect(clockWords(30_000)).toBe("");
  expect(clockWords(-3_600_000)).toMatch(/60 minutes ahead/);
  expect(clockWords(10_800_000)).toMatch(/3 hours behind/);
});
