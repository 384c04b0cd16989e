import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, type Room, SKIPS_BEFORE_KEEPING, type Waiting } from "~/features/events/allocate";

const room = (change: Partial<Room> = {}): Room => ({
  capacity: 10,
  confirmed: 0,
  held: 0,
  protecting: true,
  begun: false,
  ...change,
});
const party = (id: string, places: number, skips = 0): Waiting => ({ id, places, skips });

describe("who gets a place", () => {
  test("first come, first served", () => {
    expect(allocate(room({ capacity: 2 }), [party("a", 1), party("b", 1), party("c", 1)]).taken).toEqual([
      "a",
      "b",
    ]);
  });

  test("a party is placed whole or not at all", () => {
    const result = allocate(room({ capacity: 2 }), [party("three", 3)]);
    expect(result.taken).toEqual([]);
    expect(result.open).toBe(2);
  });

  test("someone who fits goes past a party that does not, and the skip is noted", () => {
    const result = allocate(room({ capacity: 2 }), [party("three", 3), party("one", 1)]);
    expect(result.taken).toEqual(["one"]);
    expect(result.skipped).toEqual([{ id: "three", by: "one", free: 2 }]);
    expect(result.open).toBe(1);
  });

  test("after three skips what is free is kept for the large party", () => {
    const result = allocate(room({ capacity: 10, confirmed: 8 }), [
      party("three", 3, SKIPS_BEFORE_KEEPING),
      party("one", 1),
    ]);
    expect(result).toEqual({ taken: [], skipped: [], keptFor: "three", kept: 2, open: 0 });
  });

  test("the third skip protects at once, within one round", () => {
    const queue = [party("three", 3, 2), party("one", 1), party("another", 1)];
    const result = allocate(room({ confirmed: 8 }), queue);
    expect(result.taken).toEqual(["one"]);
    expect(result.keptFor).toBe("three");
    expect(result.kept).toBe(1);
  });

  test("the protected party is placed as soon as it fits", () => {
    const result = allocate(room({ capacity: 10, confirmed: 7 }), [party("three", 3, 3), party("one", 1)]);
    expect(result.taken).toEqual(["three"]);
  });

  test("48 hours before the start nothing is kept any more", () => {
    const result = allocate(room({ confirmed: 8, protecting: false }), [
      party("three", 3, 5),
      party("one", 1),
    ]);
    expect(result.taken).toEqual(["one"]);
  });

  test("a party larger than the room never blocks it", () => {
    const result = allocate(room({ capacity: 2 }), [party("six", 6, 9), party("one", 1)]);
    expect(result.taken).toEqual(["one"]);
    expect(result.keptFor).toBeNull();
  });

  test("a supporter who needs no place fits in a full room and passes nobody", () => {
    const result = allocate(room({ confirmed: 10 }), [party("two", 2, 0), party("supporter", 0)]);
    expect(result.taken).toEqual(["supporter"]);
    expect(result.skipped).toEqual([]);
  });

  test("a cut below what is taken gives nothing and shows nothing free", () => {
    expect(allocate(room({ capacity: 5, confirmed: 8 }), [party("one", 1)])).toMatchObject({
      taken: [],
      open: 0,
    });
  });
});

describe("once it has begun", () => {
  test("who waits at home is moved up no more", () => {
    expect(allocate(room({ begun: true }), [party("home", 1)])).toMatchObject({ taken: [], open: 10 });
  });

  test("who asks this moment has a free place, and nobody counts as passed", () => {
    const result = allocate(room({ capacity: 2, begun: true, protecting: false }), [
      party("home", 1),
      { ...party("caller", 2), asksNow: true },
    ]);
    expect(result).toMatchObject({ taken: ["caller"], skipped: [], open: 0 });
  });

  test("who asks this moment and does not fit has none", () => {
    const caller = { ...party("caller", 2), asksNow: true };
    expect(allocate(room({ capacity: 1, begun: true }), [caller])).toMatchObject({ taken: [], open: 1 });
  });
});

describe("whatever happens", () => {
  const parties = fc.array(
    fc.record({ places: fc.integer({ min: 0, max: 6 }), skips: fc.integer({ min: 0, max: 5 }) }),
    {
      maxLength: 30,
    },
  );
  const rooms = fc.record({
    capacity: fc.integer({ min: 0, max: 40 }),
    confirmed: fc.integer({ min: 0, max: 40 }),
    held: fc.integer({ min: 0, max: 10 }),
    protecting: fc.boolean(),
    begun: fc.constant(false),
  });

  test("never above capacity, never a free place shown while someone who fits waits", () => {
    fc.assert(
      fc.property(rooms, parties, (room, list) => {
        const queue = list.map((p, i) => ({ id: String(i), ...p }));
        const result = allocate(room, queue);
        const given = queue.filter((p) => result.taken.includes(p.id)).reduce((sum, p) => sum + p.places, 0);
        const free = room.capacity - room.confirmed - room.held;
        expect(given).toBeLessThanOrEqual(Math.max(0, free));
        const stillWaiting = queue.filter((p) => !result.taken.includes(p.id));
        for (const waiting of stillWaiting) expect(waiting.places).toBeGreaterThan(result.open);
        expect(result.open + result.kept).toBe(Math.max(0, free - given));
      }),
    );
  });

  test("nobody is passed by a party that came later and needs as much, unless a large party is protected", () => {
    fc.assert(
      fc.property(rooms, parties, (room, list) => {
        const queue = list.map((p, i) => ({ id: String(i), ...p }));
        const result = allocate(room, queue);
        for (const [i, earlier] of queue.entries()) {
          if (result.taken.includes(earlier.id)) continue;
          const later = queue.slice(i + 1).filter((p) => result.taken.includes(p.id) && p.places > 0);
          for (const p of later) expect(p.places).toBeLessThan(earlier.places);
        }
      }),
    );
  });

  test("running it again on what it leaves changes nothing", () => {
    fc.assert(
      fc.property(rooms, parties, (room, list) => {
        const queue = list.map((p, i) => ({ id: String(i), ...p }));
        const first = allocate(room, queue);
        const given = queue.filter((p) => first.taken.includes(p.id)).reduce((sum, p) => sum + p.places, 0);
        const left = queue
          .filter((p) => !first.taken.includes(p.id))
          .map((p) => ({ ...p, skips: p.skips + first.skipped.filter((s) => s.id === p.id).length }));
        const again = allocate({ ...room, confirmed: room.confirmed + given }, left);
        expect(again.taken).toEqual([]);
        expect(again.open).toBe(first.open);
      }),
    );
  });
});
