import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  code,
  index,
  integer,
  json,
  moment,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns";
import { eventSeries } from "./events-series";
import { participants } from "./people";
import { neighbourhoods, organisations, venues } from "./places";

/** A meeting with a time and a place (or a link) that people can save a place at. */
export const events = table(
  "events",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** One or two plain sentences. */
    summary: text("summary").notNull(),
    /** Staff Markdown, its sanitised HTML, and the renderer that made it. */
    description: text("description").notNull(),
    descriptionHtml: text("description_html").notNull(),
    descriptionRenderer: text("description_renderer").notNull(),
    kind: code("kind", [
      "marketplace",
      "workshop",
      "assembly",
      "drop_in",
      "learning_exchange",
      "briefing",
      "social",
    ]).notNull(),
    mode: code("mode", ["in_person", "online", "hybrid"]).notNull(),
    /** `staff` events answer the public like missing ones. */
    audience: code("audience", ["everyone", "staff"]).notNull(),
    /** Null: for the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /**
     * The activity of the engagement plan that it is part of. No foreign key: SQLite adds none that sets null
     * to a table that is there, and a draft activity that is thrown away leaves its events in peace.
     */
    activityId: text("activity_id"),
    venueId: text("venue_id").references(() => venues.id),
    hostId: text("host_id").references(() => organisations.id),
    /** Shown to confirmed people only. */
    onlineLink: text("online_link"),
    dialIn: text("dial_in"),
    /** Wall time in Europe/London as YYYY-MM-DDTHH:mm, and the instants derived from it. */
    startsLocal: text("starts_local").notNull(),
    endsLocal: text("ends_local").notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    /** `approval`: staff say yes or no to each; `invite_only`: hidden, and only for who was invited. */
    registration: code("registration", ["open", "approval", "none", "invite_only"]).notNull(),
    opensAt: moment("opens_at"),
    closesAt: moment("closes_at"),
    capacity: integer("capacity").notNull(),
    /** Places of those who join a hybrid event online; null where both draw on the same places. */
    onlineCapacity: integer("online_capacity"),
    /** False: people coming to support someone take no place of their own. */
    carersTakePlaces: boolean("carers_take_places").notNull(),
    /** How long an offered place is held, in hours counted between 08:00 and 20:00. */
    offerHours: integer("offer_hours").notNull(),
    /** What is provided; codes in features/events/rules.ts. */
    provided: json<string[]>("provided").notNull(),
    /** Payment or thanks for people's time, in words. */
    thanks: text("thanks"),
    /** Until when what people ask for can surely be arranged; afterwards they can ask anyway. */
    adjustBy: moment("adjust_by"),
    /** So many days before it starts people are reminded, the most first. */
    reminders: json<number[]>("reminders").notNull().default([]),
    /** The series that it is one of, or null. */
    seriesId: text("series_id").references(() => eventSeries.id),
    state: code("state", ["draft", "published", "cancelled"]).notNull(),
    publishedAt: moment("published_at"),
    cancelledAt: moment("cancelled_at"),
    cancelReason: text("cancel_reason"),
    /** Raised with each change that calendars must take over (RFC 5545 SEQUENCE). */
    sequence: integer("sequence").notNull(),
    /** Places of confirmed people, of people holding an offer, and kept for a large waiting party. */
    confirmedPlaces: integer("confirmed_places").notNull(),
    heldPlaces: integer("held_places").notNull(),
    keptPlaces: integer("kept_places").notNull(),
    /** Waiting registrations now, and the next number in the queue. */
    waitingCount: integer("waiting_count").notNull(),
    nextInQueue: integer("next_in_queue").notNull(),
    /** The same three for those who join online, where they have places of their own. */
    onlineConfirmed: integer("online_confirmed").notNull().default(0),
    onlineHeld: integer("online_held").notNull().default(0),
    onlineKept: integer("online_kept").notNull().default(0),
    /** Registrations that staff have not answered yet; they are not in the queue. */
    askedCount: integer("asked_count").notNull().default(0),
    /** Sessions and stalls that take bookings of their own. */
    bookableSessions: integer("bookable_sessions").notNull().default(0),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("events_slug_uq").on(t.slug),
    index("events_series_ix").on(t.seriesId, t.startsAt),
    index("events_starts_ix").on(t.state, t.audience, t.startsAt),
    index("events_neighbourhood_ix").on(t.neighbourhoodId, t.startsAt),
    index("events_activity_ix").on(t.activityId, t.startsAt),
    check("events_capacity_ck", sql`${t.capacity} >= 0`),
    check(
      "events_counts_ck",
      sql`${t.confirmedPlaces} >= 0 and ${t.heldPlaces} >= 0 and ${t.waitingCount} >= 0`,
    ),
  ],
);

/** Saying you will come: one row a party, with its place in the queue. */
export const registrations = table(
  "registrations",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id),
    /** Eight letters and digits that can be read out; not a secret. */
    reference: text("reference").notNull(),
    /** Raised to make every earlier link to this registration stop working. */
    tokenVersion: integer("token_version").notNull(),
    state: code("state", ["confirmed", "waiting", "offered", "cancelled"]).notNull(),
    /** Why it is cancelled. */
    ended: code("ended", [
      "by_person",
      "by_staff",
      "declined",
      "lapsed",
      "event_cancelled",
      "duplicate",
      "not_approved",
    ]),
    endedAt: moment("ended_at"),
    /** People in all; of them, people coming to support someone; and the places that makes. */
    party: integer("party").notNull(),
    carers: integer("carers").notNull(),
    places: integer("places").notNull(),
    /** Where they take part; it matters at hybrid events, which keep places for each. */
    attending: code("attending", ["room", "online"]).notNull().default("room"),
    /** `asked`: waiting for staff to say yes or no, and outside the queue until they do. */
    approval: code("approval", ["not_needed", "asked", "approved", "declined"])
      .notNull()
      .default("not_needed"),
    /** Why staff said no, in words that the person reads. */
    approvalReason: text("approval_reason"),
    /** They would like the payment for their time; only after they read the advice on benefits and tax. */
    wantsPayment: boolean("wants_payment").notNull().default(false),
    advisedAt: moment("advised_at"),
    /** `yes`: book me in if a place comes up; `ask`: offer it to me first. */
    promote: code("promote", ["yes", "ask"]).notNull(),
    /** Order of joining at this event; a new number when someone rejoins. */
    queueNumber: integer("queue_number").notNull(),
    /** How often a smaller party went past while this one waited. */
    skips: integer("skips").notNull(),
    offerExpiresAt: moment("offer_expires_at"),
    needsDetail: text("needs_detail"),
    /** The language of the interpreter or speaker asked for, in their words. */
    language: text("language"),
    helperName: text("helper_name"),
    helperContact: text("helper_contact"),
    channel: code("channel", ["web", "phone", "paper", "in_person", "letter"]).notNull(),
    /** Account that did it for someone; null when people did it themselves. */
    bookedBy: text("booked_by"),
    /** HMAC of event, submission id and content: the same form sent twice is one registration. */
    submission: text("submission"),
    /** They have told us how the event was. Which answers are theirs, nothing says. */
    gaveFeedback: boolean("gave_feedback").notNull().default(false),
    /** Another active registration at this event that looks like the same person; for staff to judge. */
    possibleDuplicateOf: text("possible_duplicate_of"),
    createdAt: moment("created_at").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    uniqueIndex("registrations_reference_uq").on(t.reference),
    uniqueIndex("registrations_submission_uq").on(t.submission),
    index("registrations_queue_ix").on(t.eventId, t.state, t.queueNumber),
    index("registrations_event_ix").on(t.eventId, t.queueNumber),
    index("registrations_participant_ix").on(t.participantId),
    index("registrations_offers_ix").on(t.state, t.offerExpiresAt),
    check("registrations_party_ck", sql`${t.party} >= 1 and ${t.carers} >= 0 and ${t.carers} <= ${t.party}`),
  ],
);

/** What someone asked for at one event; goes 14 days after it. */
export const registrationNeeds = table(
  "registration_needs",
  {
    registrationId: text("registration_id")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    need: text("need").notNull(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.need] })],
);

/** Why each place went where it went: a line for every decision and every skip. Append-only. */
export const allocationNotes = table(
  "allocation_notes",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    registrationId: text("registration_id").references(() => registrations.id),
    at: moment("at").notNull(),
    what: code("what", [
      "joined",
      "confirmed",
      "offered",
      "accepted",
      "skipped",
      "kept",
      "declined",
      "lapsed",
      "left",
      "changed",
      "resized",
      "asked",
      "approved",
      "not_approved",
    ]).notNull(),
    /** Places asked for and places free when it was decided. */
    places: integer("places").notNull(),
    free: integer("free").notNull(),
    /** The registration that went past, for a skip. */
    passedBy: text("passed_by"),
  },
  (t) => [
    index("allocation_notes_event_ix").on(t.eventId, t.at),
    index("allocation_notes_registration_ix").on(t.registrationId),
  ],
);

/** What became of what people asked for at an event: numbers that stay when the requests themselves have gone. */
export const adjustmentCounts = table(
  "adjustment_counts",
  {
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    /** Code of the need, as in registration_needs. */
    need: text("need").notNull(),
    /** People with a place who asked for it; of them, how many had it wholly, in part, or not at all. */
    requested: integer("requested").notNull(),
    met: integer("met").notNull(),
    partly: integer("partly").notNull(),
    notMet: integer("not_met").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.need] }),
    check("adjustment_counts_ck", sql`${t.met} >= 0 and ${t.partly} >= 0 and ${t.notMet} >= 0`),
  ],
);
