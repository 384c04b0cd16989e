import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import type { Ctx } from "~/platform/context.server";
import { getEventForSearch } from "./read-staff.server";

/**
 * Brings what can be found by words in step with one event, inside the write that changed it. Drafts,
 * events for staff and those for invited people are taken out; a cancelled one stays and says so.
 */
export async function indexEvent(ctx: Ctx, eventId: string): Promise<void> {
  const { event, venue, neighbourhood, host } = await getEventForSearch(ctx, eventId);
  const hidden = event.audience !== "everyone" || event.registration === "invite_only";
  if (event.state === "draft" || hidden) {
    await dropSearchEntry(ctx.db, "event", eventId);
    return;
  }
  const cancelled = event.state === "cancelled" ? "Cancelled. " : "";
  const places = [venue?.name, venue?.address, neighbourhood?.name, ...(neighbourhood?.aliases ?? [])];
  await putSearchEntry(ctx.db, {
    kind: "event",
    subjectId: eventId,
    title: event.title,
    summary: `${cancelled}${event.summary}`,
    path: `/events/${event.slug}`,
    text: [event.description, ...places, host?.name, host?.shortName].filter(Boolean).join(" "),
    at: event.startsAt,
  });
}
