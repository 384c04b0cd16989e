import { expect, test } from "vitest";
import { offerExpiry } from "~/features/events/offer-clock";
import { instantOf, wallOf } from "~/platform/london";

const at = (wall: string) => {
  const found = instantOf(wall);
  if (!found) throw new Error(`no such time: ${wall}`);
  return found;
};
const farAway = at("2030-01-01T12:00");
const expiry = (from: string, hours: number, end = farAway) => wallOf(offerExpiry(at(from), hours, end));

test("hours count between eight in the morning and eight in the evening only", () => {
  expect(expiry("2026-06-01T10:00", 4)).toBe("2026-06-01T14:00");
  expect(expiry("2026-06-01T18:00", 4)).toBe("2026-06-02T10:00");
  expect(expiry("2026-06-01T23:30", 2)).toBe("2026-06-02T10:00");
  expect(expiry("2026-06-01T05:00", 2)).toBe("2026-06-01T10:00");
  expect(expiry("2026-06-01T08:00", 24)).toBe("2026-06-02T20:00");
});

test("both clock changes leave the hours of the day as they are", () => {
  expect(expiry("2026-03-28T19:00", 2)).toBe("2026-03-29T09:00");
  expect(expiry("2026-10-24T19:00", 2)).toBe("2026-10-25T09:00");
});

test("an offer never outlives the event's start", () => {
  expect(expiry("2026-06-01T10:00", 48, at("2026-06-01T12:00"))).toBe("2026-06-01T12:00");
});
