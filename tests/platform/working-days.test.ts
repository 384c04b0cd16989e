import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingDays, bankHolidaysOf, isWorkingDay, workingDaysBetween } from "~/platform/working-days";

/** Bank holidays in England as published, written out. */
const PUBLISHED: Record<number, string> = {
  2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
  2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
  2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
};

describe("bank holidays of England", () => {
  test.each(Object.entries(PUBLISHED))("in %s are those that were published", (year, days) => {
    expect(bankHolidaysOf(Number(year))).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });

  test("no year has one at a weekend, nor the same day twice", () => {
    for (let year = 2020; year <= 2100; year++) {
      const days = bankHolidaysOf(year);
      expect(new Set(days).size).toBe(days.length);
      expect(days.every((day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()))).toBe(true);
      expect(days.length).toBeGreaterThanOrEqual(8);
    }
  });
});

describe("working days", () => {
  test("pass over weekends and bank holidays", () => {
    // The Thursday before Easter 2026: Good Friday, the weekend and Easter Monday do not count.
    expect(addWorkingDays("2026-04-02", 1)).toBe("2026-04-07");
    expect(addWorkingDays("2026-12-24", 1)).toBe("2026-12-29");
    expect(addWorkingDays("2026-06-05", 0)).toBe("2026-06-05");
    expect(workingDaysBetween("2026-04-02", "2026-04-07")).toBe(1);
    expect(workingDaysBetween("2026-04-07", "2026-04-07")).toBe(0);
    expect(workingDaysBetween("2026-04-08", "2026-04-07")).toBe(0);
  });

  test("twenty of them are four weeks where no holiday lies between", () => {
    expect(addWorkingDays("2026-06-01", 20)).toBe("2026-06-29");
    // Said on a Sunday: the Monday after is the first.
    expect(addWorkingDays("2026-05-31", 20)).toBe("2026-06-26");
  });

  test("adding and counting are each other's reverse", () => {
    const day = fc
      .integer({ min: 0, max: 3650 })
      .map((n) => new Date(Date.UTC(2022, 0, 1, 12) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkingDays(from, n);
        expect(isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(from, to)).toBe(n);
      }),
    );
  });
});
