import { z } from "zod";
import { SESSION_KINDS } from "~/features/events/rules";
import { readDemo } from "./content.server";

const clock = z.string().regex(/^\d{2}:\d{2}$/);

const session = z.strictObject({
  kind: z.enum(SESSION_KINDS),
  title: z.string(),
  summary: z.string().optional(),
  host: z.string().optional(),
  hostName: z.string().optional(),
  room: z.string().optional(),
  tableNumber: z.number().int().min(1).optional(),
  accessNotes: z.string().optional(),
  startsClock: clock.optional(),
  endsClock: clock.optional(),
  capacity: z.number().int().min(1).optional(),
});

const sheet = z.strictObject({
  stalls: z.array(session),
  programme: z.array(session),
  events: z.record(z.string(), z.array(z.enum(["stalls", "programme"]))),
});

/** Stalls and sessions, and which events have them. */
export type StallsSheet = z.output<typeof sheet>;

/** Reads and checks the stalls. */
export function readStalls(): StallsSheet {
  return readDemo("stalls.yaml", sheet);
}
