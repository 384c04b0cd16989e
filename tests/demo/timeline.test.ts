import { expect, test } from "vitest";
import { chance } from "~/demo/chance";
import { makeCrowd } from "~/demo/crowd";
import { pastEventActs, readEvents } from "~/demo/events.server";
import { readPeople } from "~/demo/people.server";
import { readPlaces } from "~/demo/places.server";
import { readStalls } from "~/demo/stall-sheet.server";
import { hoursAfter, inOffice, london, momentsBetween, nextWorkday } from "~/demo/timeline";
import { comingEventActs, readUpcoming } from "~/demo/upcoming.server";
import { wallOf } from "~/platform/london";

const people = readPeople();
const places = readPlaces();
const aliases = new Map(places.neighbourhoods.map((one) => [one.slug, one.aliases]));
const employers = places.organisations.map((one) => one.name);
const crowd = makeCrowd({ names: people.names, aliases });
const stage = { crowd, cast: new Map(), employers, stalls: readStalls() };

test("whatever day and hour it is loaded, nothing lies ahead, and a draft and its publication come first", () => {
  const luck = chance("days of loading");
  const { events } = readUpcoming();
  for (let day = 0; day < 366; day += 5) {
    const now = hoursAfter(london("2027-01-01T00:00"), 24 * (day + luck.next()));
    const coming = { now, somebodies: people.participants, dated: false };
    for (const event of events) {
      const [draft, published, ...rest] = comingEventActs(stage, event, coming);
      expect(draft?.at.getTime()).toBeLessThan(published?.at.getTime() ?? 0);
      for (const act of rest) {
        expect(act.at.getTime(), `${event.slug} at ${now.toISOString()}`).toBeLessThanOrEqual(now.getTime());
        expect(act.at.getTime()).toBeGreaterThan(published?.at.getTime() ?? 0);
      }
    }
  }
}, 60_000);

test("a past event is drafted before it opens and counted after it is over", () => {
  for (const event of readEvents().events) {
    const acts = pastEventActs(stage, event);
    const counted = acts.at(-1)?.at ?? expect.fail("nobody counted");
    expect(counted.getTime()).toBeGreaterThan(london(`${event.date}T${event.ends}`).getTime());
    // Who came is noted at the door, when it is over.
    const door = acts.at(-2)?.at ?? expect.fail("nobody stood at the door");
    expect(door.getTime()).toBeGreaterThan(london(`${event.date}T${event.ends}`).getTime());
    for (const act of acts.slice(2, -2)) {
      expect(act.at.getTime()).toBeGreaterThanOrEqual(london(event.opens ?? "").getTime());
      expect(act.at.getTime()).toBeLessThan(london(`${event.date}T${event.starts}`).getTime());
    }
  }
});

test("chance comes out the same for a name, and differently for another", () => {
  const three = (name: string) => Array.from({ length: 3 }, chance(name).next);
  expect(three("a")).toEqual(three("a"));
  expect(three("a")).not.toEqual(three("b"));
  const many = Array.from({ length: 4000 }, chance("mean").next);
  expect(many.reduce((a, b) => a + b, 0) / many.length).toBeCloseTo(0.5, 1);
  expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...many)).toBeLessThan(1);
});

test("people book in order, within the time there is, and not at night", () => {
  const [from, to] = [london("2027-03-20T09:00"), london("2027-04-10T12:00")];
  const moments = momentsBetween(chance("book"), from, to, 500);
  expect(moments).toEqual([...moments].sort((a, b) => a.getTime() - b.getTime()));
  for (const at of moments) {
    expect(at >= from && at < to).toBe(true);
    expect(Number(wallOf(at).slice(11, 13))).toBeGreaterThanOrEqual(7);
  }
});

test("staff book in office hours where there are any, on both sides of the clock change", () => {
  const [from, to] = [london("2027-03-20T09:00"), london("2027-04-10T12:00")];
  for (const at of momentsBetween(chance("office"), from, to, 300)) {
    const [day = "", clock = ""] = wallOf(inOffice(at, from, to)).split("T");
    expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
    expect(clock >= "09:00" && clock < "17:00").toBe(true);
  }
  const night = [london("2027-03-22T22:00"), london("2027-03-23T02:00")] as const;
  expect(inOffice(london("2027-03-22T23:00"), ...night)).toEqual(london("2027-03-22T23:00"));
});

test("what happens on a Friday or a Saturday is counted on Monday", () => {
  for (const day of ["2025-09-19", "2025-09-20", "2025-09-21"])
    expect(wallOf(nextWorkday(day))).toBe("2025-09-22T10:00");
  expect(wallOf(nextWorkday("2025-09-22"))).toBe("2025-09-23T10:00");
});
