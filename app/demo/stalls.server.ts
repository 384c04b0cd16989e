import { addSession } from "~/features/events/add-session.server";
import type { EventTold } from "./event-sheet";
import { asOrganiser, type Stage, type Staged } from "./stage.server";
import { type Act, accepted } from "./timeline";

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
