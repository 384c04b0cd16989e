import { z } from "zod";
import { KINDS, MODES, PROVIDED, REGISTRATION_MODES } from "~/features/events/rules";

const slug = z.string().regex(/^[a-z0-9-]+$/);
const clock = z.string().regex(/^\d{2}:\d{2}$/);

/** What the files of past and of coming events say alike about an event. */
export const eventFields = {
  slug,
  title: z.string(),
  kind: z.enum(KINDS),
  mode: z.enum(MODES),
  audience: z.enum(["everyone", "staff"]),
  activity: slug.optional(),
  neighbourhood: slug.nullable(),
  host: slug,
  venue: slug.optional(),
  onlineLink: z.url().optional(),
  dialIn: z.string().optional(),
  starts: clock,
  capacity: z.number().int().min(1),
  onlineCapacity: z.number().int().min(1).optional(),
  carersTakePlaces: z.boolean(),
  registration: z.enum(REGISTRATION_MODES),
  provided: z.array(z.enum(PROVIDED)),
  thanks: z.string().optional(),
  summary: z.string(),
  description: z.string(),
};

const told = z.object(eventFields);
/** What both files say alike about an event, checked. */
export type EventTold = z.output<typeof told>;

/** London wall times of an event; without booking there is no opening and closing. */
export type EventTimes = {
  starts: string;
  ends: string;
  opens?: string;
  closes?: string;
  adjust?: string;
  /** Days before it at which people are reminded; what is over reminds nobody. */
  reminders?: readonly number[];
};

/** The staff form, as it would have been typed for this event. */
export function typedEvent(event: EventTold, times: EventTimes, offerHours = 24): Record<string, unknown> {
  return {
    title: event.title,
    summary: event.summary,
    description: event.description,
    kind: event.kind,
    mode: event.mode,
    audience: event.audience,
    activity: event.activity,
    neighbourhood: event.neighbourhood ?? undefined,
    venue: event.venue,
    host: event.host,
    onlineLink: event.onlineLink,
    dialIn: event.dialIn,
    startsLocal: times.starts,
    endsLocal: times.ends,
    registration: event.registration,
    opensLocal: times.opens ?? "",
    closesLocal: times.closes ?? "",
    capacity: String(event.capacity),
    onlineCapacity: event.onlineCapacity === undefined ? "" : String(event.onlineCapacity),
    adjustLocal: times.adjust ?? "",
    reminders: (times.reminders ?? []).map(String),
    carersTakePlaces: event.carersTakePlaces ? "yes" : "no",
    offerHours: String(offerHours),
    provided: event.provided,
    thanks: event.thanks,
  };
}
