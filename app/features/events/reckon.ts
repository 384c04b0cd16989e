/** People of one event by what became of them. Nobody is in two of the first six. */
export type Reckoning = {
  /** Everyone that somebody ever saved a place or joined the queue for. */
  registered: number;
  /** Of them, those who came, whatever state their booking was in by then. */
  attended: number;
  /** Had a place, did not come, and the list is closed. */
  noShow: number;
  /** Have a place and have not come yet: until the list is closed. */
  expected: number;
  /** Gave the place up, turned it down or let it lapse, and did not come after all. */
  cancelled: number;
  /** Waited and were never offered a place. */
  neverOffered: number;
  /** Hold an offer that they have not answered. */
  offered: number;
  /** Came without booking, named or not. */
  walkIns: number;
};

/** Registrations of one event that are in one state, in people, and how many of them came. */
export type Standing = { state: string; people: number; came: number; beyond: number };

/** Whether the list of who came is complete now: it was closed, and not opened again since. */
export function isClosed(closing: { reopenedAt: Date | null } | null): boolean {
  return closing !== null && closing.reopenedAt === null;
}

/** An event about which nobody has said anything. */
export const NOBODY: Reckoning = {
  registered: 0,
  attended: 0,
  noShow: 0,
  expected: 0,
  cancelled: 0,
  neverOffered: 0,
  offered: 0,
  walkIns: 0,
};

const LEFT_IN = { cancelled: "cancelled", waiting: "neverOffered", offered: "offered" } as const;

/**
 * What an event comes to. Coming beats every other state: whoever cancelled or waited and came all the same
 * has come. People beyond the size of their party came without booking.
 */
export function reckon(standings: readonly Standing[], walkIns: number, isClosed: boolean): Reckoning {
  const total = { ...NOBODY, walkIns };
  for (const { state, people, came, beyond } of standings) {
    total.registered += people;
    total.attended += came;
    total.walkIns += beyond;
    const stayedAway = isClosed ? "noShow" : "expected";
    const rest = state in LEFT_IN ? LEFT_IN[state as keyof typeof LEFT_IN] : stayedAway;
    total[rest] += people - came;
  }
  return total;
}

/** Attended people of those who could have: whoever had a place and came or did not. Null when there were none. */
export function attendanceRate({ attended, noShow }: Reckoning): number | null {
  return attended + noShow === 0 ? null : attended / (attended + noShow);
}
