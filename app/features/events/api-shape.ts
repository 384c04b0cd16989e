import { z } from "zod";

import { KINDS, MODES, PROVIDED, WHENS } from "./rules";

/** One public event as programs get it. Times carry their offset; London is the clock of all of them. */
export const apiEvent = z
  .strictObject({
    slug: z.string().meta({ description: "Names the event in addresses; never changes." }),
    title: z.string(),
    summary: z.string(),
    kind: z.enum(KINDS),
    mode: z.enum(MODES).meta({ description: "How people take part." }),
    state: z.enum(["published", "cancelled"]),
    cancelReason: z.string().nullable(),
    startsAt: z.iso.datetime({ offset: true }),
    endsAt: z.iso.datetime({ offset: true }),
    neighbourhood: z
      .strictObject({ slug: z.string(), name: z.string() })
      .nullable()
      .meta({ description: "Null: for the whole borough." }),
    venue: z.strictObject({ name: z.string(), address: z.string(), postcode: z.string() }).nullable(),
    host: z.string().nullable(),
    provided: z.array(z.enum(PROVIDED)),
    capacity: z.int().min(0),
    placesLeft: z.int().min(0).meta({ description: "Places that somebody could save now." }),
    url: z.url(),
  })
  .meta({ id: "Event" });

/** One page of events. */
export const apiEvents = z
  .strictObject({
    events: z.array(apiEvent),
    next: z.url().nullable().meta({ description: "Address of the next page; null on the last." }),
  })
  .meta({ id: "EventPage" });

/** What went wrong, in words. */
export const apiProblem = z.strictObject({ error: z.string() }).meta({ id: "Problem" });

const MOST = 100;

/** The filters of the list; the same as on the page. */
export const apiFilter = z.strictObject({
  when: z.enum(WHENS).default("upcoming").meta({ description: "Which span of time." }),
  neighbourhood: z.string().max(80).optional().meta({ description: "Slug of a neighbourhood." }),
  q: z.string().trim().max(100).optional().meta({ description: "Words to find in titles and texts." }),
  after: z.string().max(200).optional().meta({ description: "Slug of the last event of the page before." }),
  limit: z.coerce.number().int().min(1).max(MOST).default(50).meta({ description: "Events on a page." }),
});

/** The filters, checked. */
export type ApiFilter = z.output<typeof apiFilter>;
/** One event, as programs get it. */
export type ApiEvent = z.output<typeof apiEvent>;
