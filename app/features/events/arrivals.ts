const HOUR = 3_600_000;
/** Doors are set up, and tried out, the day before. */
const OPENS_HOURS = 36;
/** A device's clock as long before its event as this says nothing. */
const PLAUSIBLE_HOURS = 48;

/** A reference in what somebody typed, or in the address that a code holds; null when there is none. */
export function referenceIn(words: string): string | null {
  const shown = /[?&]code=([^&#]+)/.exec(words)?.[1] ?? words;
  const plain = shown.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-Z0-9]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null;
}

/**
 * What a booking's code holds: the page at the door with the booking found, for any phone's camera. Of an
 * event that not everybody may know of it holds the reference alone: paper gets lost, and the name of an event
 * stands in its address.
 */
export function doorAddress(
  origin: string,
  event: { slug: string; registration: string; audience: string },
  reference: string,
): string {
  const known = event.registration !== "invite_only" && event.audience === "everyone";
  return `${origin}/manage/${known ? `events/${event.slug}/` : ""}door?code=${reference}`;
}

/** The moment from which people can be checked in. */
export function doorOpens(event: { startsAt: Date }): Date {
  return new Date(event.startsAt.getTime() - OPENS_HOURS * HOUR);
}

/** A device's names and places are gone a day after the event. */
export function forgetOnDevice(event: { endsAt: Date }): Date {
  return new Date(event.endsAt.getTime() + 24 * HOUR);
}

/** Whole seconds by which a device's clock is behind ours; below nought when it is ahead. */
export function skewOf(sentAt: number | null | undefined, receivedAt: Date): number {
  return sentAt == null ? 0 : Math.round((receivedAt.getTime() - sentAt) / 1000);
}

/**
 * When something happened that a device noted at `at` by its own clock: set right by its skew, never later
 * than we heard of it, and when the clock says nothing sensible the moment at which we did.
 */
export function arrivedAt(
  event: { startsAt: Date },
  at: number | null | undefined,
  skewSeconds: number,
  receivedAt: Date,
): Date {
  if (at == null) return receivedAt;
  const right = at + skewSeconds * 1000;
  const earliest = event.startsAt.getTime() - PLAUSIBLE_HOURS * HOUR;
  return right < earliest || right > receivedAt.getTime() ? receivedAt : new Date(right);
}
