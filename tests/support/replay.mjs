/** How often a party may be passed before nobody with a need for places gets past it. */
const MOST_SKIPS = 3;

/**
 * Goes through every decision about places at one event, in the order in which it was taken, and judges each by what
 * stood in the queue at that moment. Knows the rules from the product's description, not from its code.
 * @param notes rows of allocation_notes, oldest first
 * @param registrations rows with id, places and queue_number
 * @param {number} capacity before the first resize
 */
export function replay(notes, registrations, capacity) {
  const parties = new Map(registrations.map((row) => [row.id, { ...row, state: "new", passed: 0 }]));
  const room = { capacity, taken: 0 };
  /** @type {{ who: string, past: string }[]} */
  const jumped = [];
  /** @type {{ who: string, past: string }[]} */
  const unfair = [];
  const found = { above: [], jumped, unfair, promoted: [], seated: [], passes: new Set() };

  function give(party, state) {
    const { places } = party;
    if (places > 0 && room.taken + places > room.capacity) found.above.push(party.id);
    const ahead = [...parties.values()].filter(
      (other) => other.state === "waiting" && other.queue_number < party.queue_number,
    );
    for (const other of places > 0 ? ahead : []) {
      if (other.places <= places) found.jumped.push({ who: party.id, past: other.id });
      if (other.passed >= MOST_SKIPS && other.places <= room.capacity) {
        found.unfair.push({ who: party.id, past: other.id });
      }
      other.passed += 1;
      found.passes.add(`${other.id} by ${party.id}`);
    }
    (party.state === "waiting" ? found.promoted : found.seated).push({ id: party.id, state });
    party.state = state;
    room.taken += places;
  }

  const ways = {
    joined: (party) => Object.assign(party, { state: "waiting" }),
    confirmed: (party) => give(party, "confirmed"),
    offered: (party) => give(party, "offered"),
    left(party) {
      if (party.state === "confirmed" || party.state === "offered") room.taken -= party.places;
      party.state = "cancelled";
    },
  };
  for (const note of notes) {
    if (note.what === "resized") room.capacity = note.places;
    else ways[note.what]?.(parties.get(note.registration_id));
  }
  return { ...found, room, parties };
}
