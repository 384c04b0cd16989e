import { z } from "zod";
import { addSession } from "~/features/events/add-session.server";
import { SESSION_KINDS } from "~/features/events/rules";
import { readDemo } from "./content.server";
import type { EventTold } from "./event-sheet";
import { asOrganiser, type Stage, type Staged } from "./stage.server";
import { type Act, accepted } from "./timeline";

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

/** Putting up an event's stalls and sessions at one moment; nothing for an event without any. */
export function stallActs(
  stage: Stage,
  { event, at, staged }: { event: EventTold; at: Date; staged: Staged },
): Act[] {
  const { events, ...lists } = stage.stalls;
  const sessions = (events[event.slug] ?? []).flatMap((name) => lists[name]);
  if (sessions.length === 0) return [];
  return [
    {
      at,
      run: async (ctx) => {
        for (const { tableNumber = "", capacity = "", ...words } of sessions) {
          const typed = { ...words, tableNumber: String(tableNumber), capacity: String(capacity) };
          const added = await addSession(asOrganiser(ctx, stage, event), { slug: staged.slug, typed });
          accepted(`${words.title} at ${staged.slug}`, added);
        }
      },
    },
  ];
}
