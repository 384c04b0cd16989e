import type { Collection, CollectionTold } from "~/features/equality/rules";
import { daysOf } from "~/features/equality/rules";
import { findEvent } from "~/features/events/read.server";
import { listBookedEvents } from "~/features/events/read-attendance.server";
import { findSurvey } from "~/features/surveys/read.server";
import { listSurveysOver } from "~/features/surveys/read-staff.server";
import type { Ctx } from "~/platform/context.server";
import { instantOf, startOfDay } from "~/platform/london";

/** So long after a survey has closed, or an event is over, people may still tell us about themselves. */
const DAYS_AFTER = 14;

/** A survey or event as the questions about oneself need it. `open`: they are asked now. */
export type CollectionSeen = Collection & { slug: string; title: string; open: boolean; back: string };

/** The survey or event at this address that the actor may see, or null: what is hidden answers like what is not there. */
export async function findCollection(ctx: Ctx, kind: string, slug: string): Promise<CollectionSeen | null> {
  if (kind === "survey") {
    const survey = (await findSurvey(ctx, slug))?.survey;
    if (!survey?.liveVersion || survey.opensAt > ctx.now) return null;
    const open = ctx.now < startOfDay(survey.closesAt, DAYS_AFTER);
    return { kind, id: survey.id, slug, title: survey.title, open, back: `/surveys/${slug}` };
  }
  if (kind !== "event") return null;
  const event = (await findEvent(ctx, slug))?.event;
  if (event?.audience !== "everyone" || event.state === "draft") return null;
  const open = event.state === "published" && ctx.now < startOfDay(event.endsAt, DAYS_AFTER);
  return { kind, id: event.id, slug, title: event.title, open, back: `/events/${slug}` };
}

/** What took place in a financial year: surveys that closed and events that began, with true numbers of answers and bookings. */
export async function listCollections(ctx: Ctx, year: string): Promise<CollectionTold[]> {
  const days = daysOf(year);
  const [from, to] = [instantOf(`${days?.from}T00:00`), instantOf(`${days?.to}T00:00`)];
  if (!from || !to) return [];
  const surveys = await listSurveysOver(ctx, { from, to });
  const events = await listBookedEvents(ctx, { from, to });
  return [
    ...surveys.map(({ received, ...survey }) => ({
      kind: "survey" as const,
      ...survey,
      responses: received,
    })),
    ...events.map(({ bookings, ...event }) => ({ kind: "event" as const, ...event, responses: bookings })),
  ];
}
