import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Conditions, type Gated, missingToDecide, missingToOpen } from "~/features/engagement/gate";
import { daysOpen, isOpenForAnswers, STATES, standingOf } from "~/features/engagement/rules";
import { dayOf } from "~/platform/london";

const activity: Gated = {
  kind: "consultation",
  state: "planned",
  opensDay: "2026-06-01",
  closesDay: "2026-09-30",
  decisionAtStake: "a",
  canChange: "b",
  cannotChange: "c",
  whatChanges: "d",
  whatStays: "e",
};
const whole: Conditions = {
  notYetDecided: "not yet",
  decider: "Cabinet",
  decisionDay: "2026-11-10",
  reasons: "r",
  alternatives: "a",
  timeReason: null,
  equalityAnalysis: "x",
  equalityBy: "y",
  equalityDay: "2026-05-01",
  consideredHow: null,
  equalityReadBy: null,
  equalityReadDay: null,
};
const periods = { advisoryDays: 84, staffDays: 30 };
const TODAY = "2026-06-01";
const fieldsOf = (missing: { part: string; field: string }[]) =>
  missing.map((one) => `${one.part}.${one.field}`);

describe("a consultation opens", () => {
  test("when nothing is missing", () => {
    expect(missingToOpen(activity, whole, periods, TODAY)).toEqual([]);
  });

  const needed = [
    ...["decisionAtStake", "canChange", "cannotChange", "whatChanges", "whatStays"].map((f) => `stake.${f}`),
    ...["notYetDecided", "decider", "decisionDay"].map((f) => `formative.${f}`),
    ...["reasons", "alternatives"].map((f) => `reasons.${f}`),
    ...["equalityAnalysis", "equalityBy", "equalityDay"].map((f) => `equality.${f}`),
  ];

  test.each(needed)("not without %s", (where) => {
    const [part = "", field = ""] = where.split(".");
    const a = part === "stake" ? { ...activity, [field]: null } : activity;
    const c = part === "stake" ? whole : { ...whole, [field]: null };
    expect(fieldsOf(missingToOpen(a, c, periods, TODAY))).toEqual([where]);
  });

  test("and says all that is missing at once, whichever it is", () => {
    fc.assert(
      fc.property(fc.subarray(needed), (gone) => {
        const without = (part: string) =>
          Object.fromEntries(
            gone.filter((one) => one.startsWith(part)).map((one) => [one.split(".")[1], null]),
          );
        const rest = { ...without("formative"), ...without("reasons"), ...without("equality") };
        const found = missingToOpen(
          { ...activity, ...without("stake") },
          { ...whole, ...rest },
          periods,
          TODAY,
        );
        expect(fieldsOf(found)).toEqual(needed.filter((one) => gone.includes(one)));
      }),
    );
  });

  test("not when the decision comes before answers close, or on that day", () => {
    for (const decisionDay of ["2026-09-29", "2026-09-30"]) {
      const found = missingToOpen(activity, { ...whole, decisionDay }, periods, TODAY);
      expect(fieldsOf(found)).toEqual(["formative.decisionDay"]);
    }
    expect(missingToOpen(activity, { ...whole, decisionDay: "2026-10-01" }, periods, TODAY)).toEqual([]);
  });

  test("for less than the advised days only with a reason, counted from the day it really opens", () => {
    const short = { ...activity, closesDay: "2026-08-22" };
    expect(fieldsOf(missingToOpen(short, whole, periods, TODAY))).toEqual(["time.timeReason"]);
    expect(missingToOpen(short, { ...whole, timeReason: "No holiday lies in it." }, periods, TODAY)).toEqual(
      [],
    );
    expect(missingToOpen({ ...short, closesDay: "2026-08-23" }, whole, periods, TODAY)).toEqual([]);
    // Opened a month late, the same days are too few.
    expect(
      fieldsOf(missingToOpen({ ...activity, closesDay: "2026-08-23" }, whole, periods, "2026-07-01")),
    ).toEqual(["time.timeReason"]);
    // No number of weeks is the law: another advice is as good.
    expect(missingToOpen(short, whole, { ...periods, advisoryDays: 20 }, TODAY)).toEqual([]);
  });

  test("not with an analysis that is made later", () => {
    const found = missingToOpen(activity, { ...whole, equalityDay: "2026-06-02" }, periods, TODAY);
    expect(fieldsOf(found)).toEqual(["equality.equalityDay"]);
  });

  test("with staff only for as long as HR says, whatever the reason, and not before HR has said it", () => {
    const staff: Gated = { ...activity, kind: "staff_consultation", closesDay: "2026-06-29" };
    const conditions = { ...whole, timeReason: "We are in a hurry." };
    expect(fieldsOf(missingToOpen(staff, conditions, periods, TODAY))).toEqual(["about.closesDay"]);
    expect(missingToOpen({ ...staff, closesDay: "2026-06-30" }, conditions, periods, TODAY)).toEqual([]);
    const unset = { ...periods, staffDays: null };
    expect(
      fieldsOf(
        missingToOpen(
          { ...staff, closesDay: "2026-12-30" },
          { ...conditions, decisionDay: "2027-01-10" },
          unset,
          TODAY,
        ),
      ),
    ).toEqual(["settings.staffDays"]);
  });

  test("of another kind without any of the conditions, but never without what is at stake", () => {
    const tea: Gated = { ...activity, kind: "event" };
    expect(missingToOpen(tea, null, periods, TODAY)).toEqual([]);
    expect(fieldsOf(missingToOpen({ ...tea, decisionAtStake: null }, null, periods, TODAY))).toEqual([
      "stake.decisionAtStake",
    ]);
  });
});

describe("a decision can be written down", () => {
  const open: Gated = { ...activity, state: "open" };
  const considered: Conditions = {
    ...whole,
    consideredHow: "We read them.",
    equalityReadBy: "Cabinet",
    equalityReadDay: "2026-10-02",
  };

  test("after answers closed and were considered, and the analysis was read", () => {
    expect(missingToDecide(open, considered, "2026-10-01")).toEqual([]);
  });

  test("never before", () => {
    expect(fieldsOf(missingToDecide(open, considered, "2026-09-30"))).toEqual(["about.closesDay"]);
    expect(fieldsOf(missingToDecide(open, whole, "2026-10-01"))).toEqual([
      "considered.consideredHow",
      "considered.equalityReadBy",
    ]);
    expect(fieldsOf(missingToDecide(open, { ...considered, equalityReadDay: null }, "2026-10-01"))).toEqual([
      "considered.equalityReadBy",
    ]);
    expect(fieldsOf(missingToDecide(activity, considered, "2026-10-01"))).toEqual(["open.open"]);
  });
});

const day = fc
  .date({ min: new Date("2026-01-01T12:00:00Z"), max: new Date("2027-12-31T12:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2027-12-31T00:00:00Z"),
  noInvalidDate: true,
});

describe("answers are taken", () => {
  test("on no day before the first and none after the last, in no state but open", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), day, day, moment, (state, a, b, now) => {
        const [opensDay, closesDay] = a < b ? [a, b] : [b, a];
        const one = { state, opensDay, closesDay };
        const today = dayOf(now);
        const inside = state === "open" && opensDay <= today && today <= closesDay;
        expect(isOpenForAnswers(one, now)).toBe(inside);
        expect(standingOf(one, today) === "open").toBe(inside);
      }),
    );
  });

  test("until midnight in London, in summer and in winter", () => {
    const summer = { state: "open", opensDay: "2026-06-01", closesDay: "2026-06-30" } as const;
    expect(isOpenForAnswers(summer, new Date("2026-06-30T22:59:59Z"))).toBe(true);
    expect(isOpenForAnswers(summer, new Date("2026-06-30T23:00:00Z"))).toBe(false);
    const winter = { ...summer, opensDay: "2026-12-01", closesDay: "2026-12-31" };
    expect(isOpenForAnswers(winter, new Date("2026-12-31T23:59:59Z"))).toBe(true);
    expect(isOpenForAnswers(winter, new Date("2027-01-01T00:00:00Z"))).toBe(false);
    // The day the clocks go back has 25 hours, and answers are taken in all of them.
    const october = { ...summer, opensDay: "2026-10-01", closesDay: "2026-10-25" };
    expect(isOpenForAnswers(october, new Date("2026-10-25T23:30:00Z"))).toBe(true);
    expect(isOpenForAnswers(october, new Date("2026-10-26T00:00:00Z"))).toBe(false);
  });

  test("for as many days as lie between, counting both, across clock changes", () => {
    expect(daysOpen({ opensDay: "2026-03-01", closesDay: "2026-03-31" }, "2026-01-01")).toBe(31);
    expect(daysOpen({ opensDay: "2026-03-01", closesDay: "2026-03-31" }, "2026-03-31")).toBe(1);
    expect(daysOpen({ opensDay: "2026-03-01", closesDay: "2026-03-31" }, "2026-04-01")).toBe(0);
  });
});
