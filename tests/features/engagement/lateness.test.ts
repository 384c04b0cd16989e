import { expect, test } from "vitest";
import { clashesOf } from "~/features/engagement/elections";
import { latenessOf } from "~/features/engagement/lateness";

const one = {
  kind: "event",
  state: "open",
  opensDay: "2026-03-01",
  closesDay: "2026-03-31",
  achievedLevel: null,
} as const;
const nothingYet = { decisionDay: "2026-04-20", consideredHow: null, decidedDay: null };

test("what did not open on its day is late from the next day on, and what is done or called off never is", () => {
  expect(latenessOf({ ...one, state: "planned" }, null, "2026-03-01")).toBeNull();
  expect(latenessOf({ ...one, state: "planned" }, null, "2026-03-04")).toMatchObject({
    what: "Has not opened",
    days: 3,
    part: "open",
  });
  for (const state of ["done", "cancelled"] as const) {
    expect(latenessOf({ ...one, state }, null, "2030-01-01")).toBeNull();
  }
});

test("an activity should be written up two weeks after it ended", () => {
  expect(latenessOf(one, null, "2026-04-14")).toBeNull();
  expect(latenessOf(one, null, "2026-04-15")).toMatchObject({ days: 1, part: "outcome" });
});

test("a consultation is late with considering, then with deciding, then with its write-up", () => {
  const asked = { ...one, kind: "consultation" } as const;
  expect(latenessOf(asked, nothingYet, "2026-04-20")).toBeNull();
  expect(latenessOf(asked, nothingYet, "2026-04-21")).toMatchObject({
    part: "considered",
    since: "2026-04-20",
  });
  const read = { ...nothingYet, consideredHow: "We read them." };
  expect(latenessOf(asked, read, "2026-04-22")).toMatchObject({ what: "Not decided", days: 2 });
  const late = { ...nothingYet, decisionDay: "2026-09-01" };
  expect(latenessOf(asked, late, "2026-05-20")).toMatchObject({ part: "considered", since: "2026-04-28" });
  expect(latenessOf(asked, { ...late, consideredHow: "Read." }, "2026-05-20")).toBeNull();
  const decided = { ...read, decidedDay: "2026-04-18" };
  expect(latenessOf(asked, decided, "2026-05-02")).toBeNull();
  expect(latenessOf(asked, decided, "2026-05-03")).toMatchObject({ part: "outcome" });
});

test("days in a pre-election period are named, each once, with both ends counted", () => {
  const may = [{ name: "Borough elections", fromDay: "2026-03-26", pollDay: "2026-05-07" }];
  const days = { opensDay: "2026-01-05", closesDay: "2026-03-25", decisionDay: "2026-05-08" };
  expect(clashesOf(days, may)).toEqual([]);
  expect(clashesOf({ ...days, closesDay: "2026-03-26" }, may).map((one) => one.what)).toEqual(["answers"]);
  expect(clashesOf({ ...days, decisionDay: "2026-05-07" }, may).map((one) => one.what)).toEqual(["decision"]);
  expect(clashesOf({ opensDay: "2026-05-07", closesDay: "2026-06-30" }, may)).toHaveLength(1);
  expect(clashesOf({ opensDay: "2026-05-08", closesDay: "2026-06-30" }, may)).toEqual([]);
});
