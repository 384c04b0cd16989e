import { z } from "zod";
import { MOST } from "./rules";
import { optionalLine, wholeNumber } from "./schema";

const moment = z.number().int().min(0).max(8_640_000_000_000_000).nullish();

const peopleUpTo = (most: number, above: string) =>
  wholeNumber("Enter the number of people, such as 1", 1, "Enter 1 or more", most, above);

const inParty = peopleUpTo(MOST.party, `Enter ${MOST.party} people at most, and the others separately`);

const inRoom = peopleUpTo(100_000, "Enter a number below 100,000");

const code = optionalLine(MOST.code);

const uuid = z.uuid();

/** One thing that happened at the door, as the door page or a device tells it; `at` is the device's clock. */
export const arrivalItem = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("arrive"),
    id: uuid,
    at: moment,
    registration: uuid,
    people: inParty,
  }),
  z.object({
    kind: z.literal("walk_in"),
    id: uuid,
    at: moment,
    name: optionalLine(MOST.name),
    neighbourhood: optionalLine(80),
    code,
    people: inParty,
  }),
  z.object({ kind: z.literal("heads"), id: uuid, at: moment, people: inRoom }),
  z.object({ kind: z.literal("amend"), id: uuid, of: uuid, people: inParty }),
  z.object({ kind: z.literal("undo"), id: uuid, of: uuid }),
]);

/** One of them, checked. */
export type ArrivalItem = z.output<typeof arrivalItem>;

/** What a device sends when it has a network again. Each item is checked by itself: one that is wrong holds up no other. */
export const arrivalBatch = z.object({
  /** The device's clock as it sent this; without it the items carry no times of their own. */
  sentAt: moment,
  device: optionalLine(40),
  items: z.array(z.unknown()).max(MOST.batch),
});
