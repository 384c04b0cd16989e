import { describe, expect, it } from "vitest";
import { replay } from "../support/replay.mjs";

const parties = [
  { id: "pair", places: 2, queue_number: 1 },
  { id: "large", places: 4, queue_number: 2 },
  { id: "one", places: 1, queue_number: 3 },
  { id: "two", places: 2, queue_number: 4 },
];
const did = (what: string, registration_id: string) => ({ what, registration_id, places: 0 });
const waits = ["large", "one", "two"].map((id) => did("joined", id));

describe("the judge of a storm", () => {
  it("finds nothing wrong with small parties that fit where a large one does not, and counts its passes", () => {
    const judged = replay([did("confirmed", "pair"), ...waits, did("confirmed", "one")], parties, 3);
    expect(judged).toMatchObject({ above: [], jumped: [], unfair: [], room: { taken: 3 } });
    expect([...judged.passes]).toEqual(["large by one"]);
  });

  it("sees more given than there is, but not after a cut alone", () => {
    const cut = { what: "resized", registration_id: null, places: 1 };
    const notes = [did("confirmed", "pair"), cut, ...waits];
    expect(replay(notes, parties, 3).above).toEqual([]);
    expect(replay([...notes, did("confirmed", "one")], parties, 3).above).toEqual(["one"]);
  });

  it("sees a jump past someone who needs as much, and a party that was passed too often", () => {
    const room = [...waits, did("confirmed", "two")];
    expect(replay(room, parties, 10).jumped.map((jump) => jump.past)).toEqual(["one"]);
    const many = [5, 6, 7, 8].map((n) => ({ id: `late${n}`, places: 1, queue_number: n }));
    const passing = many.map(({ id }) => did("confirmed", id));
    const judged = replay([did("joined", "large"), ...passing], [...parties, ...many], 10);
    expect(judged.unfair).toEqual([{ who: "late8", past: "large" }]);
  });
});
