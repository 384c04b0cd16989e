import type { events } from "~/db/tables/events";
import { findActivityChoice } from "~/features/engagement/read-staff.server";
import { findNeighbourhood, findOrganisation, findVenue } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { instantOf } from "~/platform/london";
import { renderMarkdown } from "~/platform/markdown.server";
import type { EventForm } from "./event-form";
import { eventForm } from "./event-form";
import { fieldsOf } from "./register.server";

/** What the staff form says about an event, with instants, ids and HTML in place of what was typed. */
export type EventFacts = Omit<
  typeof events.$inferInsert,
  | "id"
  | "slug"
  | "state"
  | "publishedAt"
  | "cancelledAt"
  | "cancelReason"
  | "sequence"
  | "confirmedPlaces"
  | "heldPlaces"
  | "keptPlaces"
  | "onlineConfirmed"
  | "onlineHeld"
  | "onlineKept"
  | "askedCount"
  | "bookableSessions"
  | "seriesId"
  | "waitingCount"
  | "nextInQueue"
  | "createdAt"
> & {
  startsAt: Date;
  endsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  adjustBy: Date | null;
  neighbourhoodId: string | null;
  reminders: number[];
  onlineCapacity: number | null;
};

const NOT_THERE = {
  neighbourhood: "Choose a neighbourhood from the list",
  venue: "Choose a venue from the list",
  host: "Choose an organisation from the list",
  activity: "Choose an activity from the list",
};

/**
 * Checks the staff form and looks up and renders all that it names, before any write begins. Keeps a
 * venue only where people come in person, and a link only where they can join online.
 */
export async function prepareEvent(
  ctx: Ctx,
  typed: unknown,
): Promise<{ ok: true; facts: EventFacts } | Refusal<"invalid">> {
  const parsed = eventForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const named = await lookUp(ctx, form);
  if (!named.ok) return named;
  const rendered = await renderMarkdown(form.description);
  if (!rendered.ok) return { ok: false, reason: "invalid", fields: { description: [tooHard()] } };
  const inPerson = form.mode !== "online";
  const online = form.mode !== "in_person";
  return {
    ok: true,
    facts: {
      title: form.title,
      summary: form.summary,
      description: form.description,
      descriptionHtml: rendered.html,
      descriptionRenderer: rendered.renderer,
      kind: form.kind,
      mode: form.mode,
      audience: form.audience,
      neighbourhoodId: named.neighbourhoodId,
      activityId: named.activityId,
      venueId: inPerson ? named.venueId : null,
      hostId: named.hostId,
      onlineLink: online ? form.onlineLink : null,
      dialIn: online ? form.dialIn : null,
      startsLocal: form.startsLocal,
      endsLocal: form.endsLocal,
      startsAt: instantAt(form.startsLocal),
      endsAt: instantAt(form.endsLocal),
      registration: form.registration,
      opensAt: form.opensLocal ? instantAt(form.opensLocal) : null,
      closesAt: form.closesLocal ? instantAt(form.closesLocal) : null,
      capacity: form.capacity,
      onlineCapacity: form.mode === "hybrid" ? form.onlineCapacity : null,
      adjustBy: form.adjustLocal ? instantAt(form.adjustLocal) : null,
      reminders: form.registration === "none" ? [] : form.reminders,
      carersTakePlaces: form.carersTakePlaces,
      offerHours: form.offerHours,
      provided: form.provided,
      thanks: form.thanks,
    },
  };
}

const tooHard = () => "This text could not be laid out. Make it shorter or take out nested lists and marks";

type Named = Record<"neighbourhoodId" | "activityId" | "venueId" | "hostId", string | null>;

async function lookUp(ctx: Ctx, form: EventForm): Promise<({ ok: true } & Named) | Refusal<"invalid">> {
  const found = {
    neighbourhood: form.neighbourhood ? await findNeighbourhood(ctx, form.neighbourhood) : null,
    venue: form.venue ? await findVenue(ctx, form.venue) : null,
    host: form.host ? await findOrganisation(ctx, form.host) : null,
    activity: form.activity ? await findActivityChoice(ctx, form.activity) : null,
  };
  const fields: Record<string, string[]> = {};
  for (const name of ["neighbourhood", "venue", "host", "activity"] as const) {
    if (form[name] && !found[name]) fields[name] = [NOT_THERE[name]];
  }
  if (Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
  const { neighbourhood, venue, host, activity } = found;
  return {
    ok: true,
    neighbourhoodId: neighbourhood?.id ?? null,
    activityId: activity,
    venueId: venue?.id ?? null,
    hostId: host?.id ?? null,
  };
}

/** The instant of a wall time that was checked before. */
export function instantAt(wall: string): Date {
  const found = instantOf(wall);
  if (!found) throw new Error(`The form let a time through that does not exist: ${wall}`);
  return found;
}
