import { instantOf, wallOf } from "~/platform/london";

const OPENS = 8;
const CLOSES = 20;
const HOUR = 3_600_000;

/**
 * When an offer made at `from` lapses: after `hours` that count between 08:00 and 20:00 in London only,
 * so that nobody loses a place in their sleep, and never later than `end`.
 */
export function offerExpiry(from: Date, hours: number, end: Date): Date {
  let at = from;
  let left = hours * HOUR;
  while (left > 0 && at < end) {
    const opens = onDayOf(at, OPENS);
    const closes = onDayOf(at, CLOSES);
    if (at < opens) at = opens;
    if (at >= closes) {
      at = nextMorning(at);
      continue;
    }
    const today = Math.min(left, closes.getTime() - at.getTime());
    at = new Date(at.getTime() + today);
    left -= today;
  }
  return at < end ? at : end;
}

/** 08:00 and 20:00 exist once on every London day, clock changes included. */
function onDayOf(at: Date, hour: number): Date {
  return instantOf(`${wallOf(at).slice(0, 10)}T${String(hour).padStart(2, "0")}:00`) ?? at;
}

function nextMorning(at: Date): Date {
  const noon = onDayOf(at, 12);
  return onDayOf(new Date(noon.getTime() + 24 * HOUR), OPENS);
}
