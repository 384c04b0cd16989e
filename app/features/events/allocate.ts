/** The room as it stands: places in all, and how many are taken by confirmed people and by offers. */
export type Room = {
  capacity: number;
  confirmed: number;
  held: number;
  /** False from 48 hours before the start: then nothing is kept for a large party any more. */
  protecting: boolean;
  /** True from the start on: then the queue stands still, and only who asks this moment can have a place. */
  begun: boolean;
};

/** One waiting party: the places it needs, how often smaller ones went past it, and whether it asks this moment. */
export type Waiting = { id: string; places: number; skips: number; asksNow?: boolean };

/** Who gets a place now, who was passed, and what is left. */
export type Allocation = {
  taken: string[];
  /** A line for each time a party was passed: by whom, and how many places were free. */
  skipped: { id: string; by: string; free: number }[];
  /** The party that freed places are kept for, or null. */
  keptFor: string | null;
  /** Places kept for it, shown as taken. */
  kept: number;
  /** Places that somebody new could have now. */
  open: number;
};

/** How often a party may be passed before freed places are kept for it. */
export const SKIPS_BEFORE_KEEPING = 3;

/**
 * Gives free places to waiting parties: whole parties only, first come first served among those who
 * fit. A newcomer is simply the last in the queue, so this one function serves web, staff, import,
 * offers and resizes alike. A party that was passed three times is passed no more while `protecting`:
 * what is free is kept for it, unless it could never fit in the room. A cut below what is taken
 * allocates nothing and takes nothing away. A party that needs no places always fits. Once it has begun,
 * who waits at home is moved up no more: a free place is for a caller whom staff book in now.
 */
export function allocate(room: Room, queue: readonly Waiting[]): Allocation {
  let free = room.capacity - room.confirmed - room.held;
  const passed: Waiting[] = [];
  const result: Allocation = { taken: [], skipped: [], keptFor: null, kept: 0, open: 0 };

  for (const party of queue) {
    if (room.begun && !party.asksNow) continue;
    const guarded = result.keptFor !== null && party.places > 0;
    if (guarded || (party.places > 0 && party.places > free)) {
      const waiting = { ...party };
      passed.push(waiting);
      if (isGuardian(room, waiting)) result.keptFor ??= waiting.id;
      continue;
    }
    result.taken.push(party.id);
    if (party.places === 0) continue;
    for (const earlier of passed) {
      earlier.skips += 1;
      result.skipped.push({ id: earlier.id, by: party.id, free });
      if (isGuardian(room, earlier)) result.keptFor ??= earlier.id;
    }
    free -= party.places;
  }

  // Of several, the first in the queue is the one that places are kept for.
  result.keptFor = passed.find((party) => isGuardian(room, party))?.id ?? null;
  const left = Math.max(0, free);
  result.kept = result.keptFor ? left : 0;
  result.open = left - result.kept;
  return result;
}

function isGuardian(room: Room, party: Waiting): boolean {
  return room.protecting && party.skips >= SKIPS_BEFORE_KEEPING && party.places <= room.capacity;
}
