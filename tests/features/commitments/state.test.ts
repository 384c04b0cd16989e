import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueWords } from "~/features/commitments/due-words";
import { financialOf, KINDS, PRECISIONS, spanOf } from "~/features/commitments/rules";
import {
  ACTS,
  type Act,
  hindranceOf,
  newStanding,
  standingAfter,
  standingOf,
  stateOf,
} from "~/features/commitments/state";
import { translator } from "~/platform/i18n.server";

const dayArb = fc
  .date({ min: new Date("2025-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const actArb: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(...ACTS.slice(1)),
  day: dayArb,
  dueDay: dayArb,
  precision: fc.constantFrom(...PRECISIONS),
  officeId: fc.constantFrom("a", "b"),
  conditionState: fc.constantFrom("met" as const, "not_met" as const),
});

const historyArb = fc.record({
  kind: fc.constantFrom(...KINDS),
  conditional: fc.boolean(),
  firstDue: fc.option(dayArb),
  firstOffice: fc.option(fc.constantFrom("a", "b")),
  tried: fc.array(actArb, { maxLength: 14 }),
  today: dayArb,
});

describe("any history of a commitment", () => {
  test("never leads to what must not be", () => {
    fc.assert(
      fc.property(historyArb, ({ kind, conditional, firstDue, firstOffice, tried, today }) => {
        const made: Act = {
          act: "made",
          day: "2025-01-01",
          dueDay: kind === "dated" ? firstDue : null,
          precision: kind === "dated" && firstDue ? "day" : null,
          officeId: firstOffice,
        };
        const taken: Act[] = [made];
        let standing = standingAfter(newStanding(kind, conditional ? "open" : null), made);
        for (const act of tried) {
          if (hindranceOf(standing, act)) continue;
          const next = standingAfter(standing, act);
          // What is withdrawn stays so; the first date, once there is one, stays too.
          if (standing.withdrawnDay) expect(next.withdrawnDay).toBe(standing.withdrawnDay);
          if (standing.firstDueDay) expect(next.firstDueDay).toBe(standing.firstDueDay);
          taken.push(act);
          standing = next;
        }
        const state = stateOf(standing, today);
        const last = (kind: string) => taken.findLast((act) => act.act === kind);
        const dates = taken.filter((act) => act.dueDay && ["made", "dated"].includes(act.act));
        expect(standing.dueDay).toBe(dates.at(-1)?.dueDay ?? null);
        expect(standing.firstDueDay).toBe(dates[0]?.dueDay ?? null);
        expect(standing.redated).toBe(Math.max(0, dates.length - 1));
        if (kind !== "dated") expect(["overdue", "done_late"]).not.toContain(state);
        if (kind === "standing") expect(["done", "done_late"]).not.toContain(state);
        if (state === "done" || state === "done_late") {
          // Nothing is done without dated evidence and without an owner.
          expect(last("done")?.day).toBe(standing.doneDay);
          expect(standing.officeId).not.toBeNull();
        }
        if (state === "withdrawn") expect(last("withdrawn")).toBeDefined();
        if (state === "needs_owner") expect(standing.officeId).toBeNull();
        expect(standing.doneDay === null || standing.withdrawnDay === null).toBe(true);
        expect(standingOf(kind, conditional ? "open" : null, taken)).toEqual(standing);
      }),
      { numRuns: 2000 },
    );
  });

  test("is overdue by its date alone, the day after the last day of it", () => {
    const standing = { officeId: null, dueDay: "2026-06-30", doneDay: null, withdrawnDay: null };
    expect(stateOf(standing, "2026-06-30")).toBe("needs_owner");
    expect(stateOf({ ...standing, officeId: "a" }, "2026-06-30")).toBe("open");
    expect(stateOf(standing, "2026-07-01")).toBe("overdue");
    expect(stateOf({ ...standing, doneDay: "2026-06-30" }, "2027-01-01")).toBe("done");
    expect(stateOf({ ...standing, doneDay: "2026-07-01" }, "2027-01-01")).toBe("done_late");
  });
});

describe("a date as exactly as it was named", () => {
  test.each([
    ["2025-08-15", "day", "2025-08-15", "2025-08-15", "15 August 2025"],
    ["2024-02-10", "month", "2024-02-01", "2024-02-29", "February 2024"],
    [
      "2025-08-15",
      "quarter",
      "2025-07-01",
      "2025-09-30",
      "Quarter 2 of 2025/26 (July 2025 to September 2025)",
    ],
    [
      "2026-02-01",
      "quarter",
      "2026-01-01",
      "2026-03-31",
      "Quarter 4 of 2025/26 (January 2026 to March 2026)",
    ],
    [
      "2026-03-31",
      "year",
      "2025-04-01",
      "2026-03-31",
      "the financial year 2025/26 (April 2025 to March 2026)",
    ],
    [
      "2026-04-01",
      "year",
      "2026-04-01",
      "2027-03-31",
      "the financial year 2026/27 (April 2026 to March 2027)",
    ],
  ] as const)("%s as a %s", (day, precision, from, to, words) => {
    expect(spanOf(day, precision)).toEqual({ from, to });
    expect(dueWords(translator("en"), to, precision)).toBe(words);
  });

  test("lies in its own span, which is the same for every day of it", () => {
    fc.assert(
      fc.property(dayArb, fc.constantFrom(...PRECISIONS), (day, precision) => {
        const { from, to } = spanOf(day, precision);
        expect(from <= day && day <= to).toBe(true);
        expect(spanOf(from, precision)).toEqual({ from, to });
        expect(spanOf(to, precision)).toEqual({ from, to });
        expect(financialOf(day).quarter).toBeGreaterThan(0);
        expect(financialOf(day).quarter).toBeLessThan(5);
      }),
    );
  });
});
