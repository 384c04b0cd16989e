import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import type { Ctx } from "~/platform/context.server";
import { findHeard } from "./read-heard.server";
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
    await dropSearchEntry(ctx.db, "heard", eventId);
    return;
  }
  const cancelled = event.state === "cancelled" ? "Cancelled. " : "";
  const places = [venue?.name, venue?.address, neighbourhood?.name, ...(neighbourhood?.aliases ?? [])];
  const hosts = host ? [host, ...host.formerNames].flatMap((one) => [one.name, one.shortName]) : [];
  await putSearchEntry(ctx.db, {
    kind: "event",
    subjectId: eventId,
    title: event.title,
    summary: `${cancelled}${event.summary}`,
    path: `/events/${event.slug}`,
    text: [event.description, ...places, ...hosts].filter(Boolean).join(" "),
    at: event.startsAt,
  });
}

/** The same for the published "what we heard" page of one event, inside the write that changed it. */
export async function indexHeard(ctx: Ctx, eventId: string): Promise<void> {
  const { event, neighbourhood } = await getEventForSearch(ctx, eventId);
  const found = await findHeard(ctx, event.slug);
  if (!found || event.audience !== "everyone") return;
  const { content, publishedAt } = found.page;
  const quotes = [...content.themes.flatMap((theme) => theme.quotes), ...content.otherQuotes];
  const said = content.themes.flatMap((theme) => [theme.label, theme.plainLabel]);
  const steps = content.steps.flatMap((step) => [step.text, step.outcome, step.reason]);
  await putSearchEntry(ctx.db, {
    kind: "heard",
    subjectId: eventId,
    title: `What we heard: ${event.title}`,
    summary: content.summary,
    path: `/events/${event.slug}/heard`,
    text: [neighbourhood?.name, ...said, ...quotes.map((quote) => quote.text), ...steps]
      .filter(Boolean)
      .join(" "),
    at: publishedAt,
  });
}
