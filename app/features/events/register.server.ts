import { and, eq, ne, sql } from "drizzle-orm";
import { prepared } from "~/db/prepared.server";
import { registrationNeeds, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import { recordParticipant } from "~/features/people/record-participant.server";
import { findNeighbourhood, findNeighbourhoodByPostcode } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId, newReference } from "~/platform/ids.server";
import { withinLimit } from "~/platform/limits.server";
import { keyed } from "~/platform/secret-links.server";
import { chooseSessions } from "./choose-sessions.server";
import { may } from "./may";
import { registrationLink, tellPerson } from "./messages";
import { countsOf, freeFor, isSplit, leftIn, type Pool, poolOf, tallied } from "./pools";
import { type EventRow, findEventRow } from "./read.server";
import { findInvitation, type Invited } from "./read-invitations.server";
import { redeemInvitation } from "./redeem-invitation.server";
import { type Booking, bookingAt, hasBegun, MOST, placesFor } from "./rules";
import { type RegistrationForm, registrationForm } from "./schema";
import { note, settle } from "./settle.server";

/** What comes with the form: which event, how it came, and how scripts are slowed down. */
export type Registering = {
  slug: string;
  /** The form as it was typed. */
  typed: unknown;
  locale: string;
  /** The secret of an invitation; without it an event for invited people is not there. */
  invitation?: string;
  submissionId?: string;
  channel?: "web" | "phone" | "paper" | "in_person" | "letter";
  /** The visitor's address, for limits; null where limits do not apply. */
  limitBy?: string | null;
};

/** Where they stand now, and the secret link to their own page. */
export type Registered = { ok: true; id: string; link: string; state: "confirmed" | "waiting" };

/** Why not: the form, the event's state, a party that the room can't hold, or too many at once. */
export type NotRegistered = Refusal<
  "invalid" | "missing" | Exclude<Booking, "open"> | "too_large" | "too_many" | "full"
>;

/** Forms from one address: a library's shared computer passes, a script does not. */
const LIMIT = { name: "register", most: 30, minutes: 10 };

/**
 * Saves places for a party, or puts it on the waiting list: the first who fit are confirmed. The same
 * form sent twice gives the first result. Where staff say yes or no, a request waits outside the queue
 * until they do. Staff do the same for a caller (`channel`), also after booking has closed and while the
 * event is on; whom they book needs no further yes. An invitation is good for one booking. Refuses an event
 * that takes no bookings now, a party larger than the room, and, once it has begun, one that does not fit:
 * nobody moves up then, so nobody is put on a list.
 */
export async function registerForEvent(ctx: Ctx, input: Registering): Promise<Registered | NotRegistered> {
  const parsed = registrationForm.safeParse(input.typed);
  if (!parsed.success) {
    return {
      ok: false,
      reason: "invalid",
      fields: fieldsOf(parsed.error, Object.keys(registrationForm.shape)),
    };
  }
  const form = parsed.data;
  const found = await findEventRow(ctx, { slug: input.slug });
  const invited = input.invitation ? await findInvitation(ctx, input.invitation) : null;
  const mine = invited !== null && invited.event.id === found?.id;
  if (!found || !(mine || may.register(ctx.actor, found))) return { ok: false, reason: "missing" };
  const forCaller = input.channel !== undefined && input.channel !== "web";
  if (forCaller && !may.bookForCaller(ctx.actor, found)) return { ok: false, reason: "missing" };
  const neighbourhood = await neighbourhoodIdOf(ctx, form);
  const submission = submissionOf(ctx, found.id, input, form);

  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx) => {
    const before = submission ? await sentBefore(ctx, submission) : null;
    if (before) return before;
    const event = await findEventRow(ctx, { id: found.id });
    if (!event) return { ok: false, reason: "missing" };
    const attending = attendingOf(event, form);
    const refused = refusal(ctx, event, { ...form, attending }, forCaller) ?? tooMany(invited, form);
    if (refused) return refused;
    if (input.limitBy && !(await withinLimit(ctx, LIMIT, input.limitBy)))
      return { ok: false, reason: "too_many" };

    const places = placesFor(form.party, form.carers, event.carersTakePlaces);
    const person = await recordParticipant(ctx, {
      name: form.name,
      preferredContact: form.contact,
      email: form.email,
      phone: form.phone,
      address: form.address,
      kind: form.hereAs,
      organisation: form.organisation,
      neighbourhoodId: neighbourhood,
      ownPlace: form.ownPlace,
      locale: input.locale,
    });
    const id = newId();
    const registration = {
      id,
      eventId: event.id,
      participantId: person.id,
      reference: await unusedReference(ctx),
      tokenVersion: 1,
      state: "waiting" as const,
      ended: null,
      endedAt: null,
      party: form.party,
      carers: form.carers,
      places,
      attending,
      approval: approvalOf(event, forCaller),
      approvalReason: null,
      wantsPayment: form.payment && event.provided.includes("payment_for_time"),
      advisedAt: form.payment && event.provided.includes("payment_for_time") ? ctx.now : null,
      promote: form.promote,
      queueNumber: event.nextInQueue,
      skips: 0,
      offerExpiresAt: null,
      needsDetail: form.needsDetail,
      language: form.language,
      helperName: form.helperName,
      helperContact: form.helperContact,
      channel: input.channel ?? ("web" as const),
      bookedBy: ctx.actor.kind === "account" && forCaller ? ctx.actor.id : null,
      submission,
      gaveFeedback: false,
      possibleDuplicateOf: await whoLooksTheSame(ctx, event.id, person),
      createdAt: ctx.now,
      changedAt: ctx.now,
    };
    await ctx.db.insert(registrations).values(registration);
    if (form.needs.length > 0) {
      await ctx.db.insert(registrationNeeds).values(form.needs.map((need) => ({ registrationId: id, need })));
    }
    if (form.sessions.length > 0) {
      const choosing = await chooseSessions(ctx, registration, form.sessions);
      if (!choosing.ok) return choosing;
    }
    if (input.invitation && invited) {
      const used = await redeemInvitation(ctx, { link: input.invitation, registrationId: id });
      if (!used.ok) return { ok: false, reason: "missing" };
    }
    const asked = tallied({ ...event, nextInQueue: event.nextInQueue + 1 }, registration, 1);
    const asks = registration.approval === "asked";
    const newcomer = { registration, participant: person };
    const after = await settle(ctx, asked, asks ? {} : { newcomer });
    const state = after.taken.includes(id) ? "confirmed" : "waiting";
    if (state === "waiting" && hasBegun(event, ctx.now))
      return { ok: false, reason: "full", fields: { party: ["problems.fullNow"] } };
    if (state === "waiting") await tellWaiting(ctx, after, registration, person);
    await audit(
      ctx,
      "events.registered",
      { kind: "registration", id },
      { event: event.id, party: form.party, state },
    );
    return { ok: true, id, link: registrationLink(ctx, registration), state };
  });
}

async function tellWaiting(
  ctx: Ctx,
  event: EventRow,
  registration: typeof registrations.$inferSelect,
  participant: typeof participants.$inferSelect,
) {
  const { id, places, approval } = registration;
  const asks = approval === "asked";
  const free = freeFor(event, registration);
  await note(ctx, event.id, asks ? "asked" : "joined", { registrationId: id, places, free });
  await tellPerson(ctx, { event, registration, participant }, asks ? "asked" : "waiting");
}

/** Staff who book somebody in have said yes already. */
function approvalOf(event: EventRow, forCaller: boolean): "not_needed" | "approved" | "asked" {
  if (event.registration !== "approval") return "not_needed";
  return forCaller ? "approved" : "asked";
}

/** Where they take part; who does not say gets the room, or online when the room has no place for them. */
function attendingOf(event: EventRow, form: RegistrationForm): Pool {
  if (event.mode !== "hybrid") return event.mode === "online" ? "online" : "room";
  if (form.attending || !isSplit(event)) return form.attending ?? "room";
  const places = placesFor(form.party, form.carers, event.carersTakePlaces);
  return leftIn(event, "room") < places && leftIn(event, "online") >= places ? "online" : "room";
}

/** An invitation says how many people it is for. */
function tooMany(invited: Invited | null, form: RegistrationForm): NotRegistered | null {
  if (!invited || form.party <= invited.invitation.most) return null;
  return { ok: false, reason: "too_large", fields: { party: ["problems.moreThanInvited"] } };
}

function refusal(
  ctx: Ctx,
  event: EventRow,
  form: RegistrationForm & { attending: Pool },
  forCaller: boolean,
): NotRegistered | null {
  const booking = bookingAt(event, ctx.now);
  // Someone who rings after booking has closed can still be let in by the team.
  const lenient = forCaller && (booking === "closed" || booking === "not_yet");
  if (booking !== "open" && !lenient) return { ok: false, reason: booking };
  const { capacity } = countsOf(event, poolOf(event, form));
  if (placesFor(form.party, form.carers, event.carersTakePlaces) > capacity) {
    return { ok: false, reason: "too_large", fields: { party: ["problems.partyLargerThanRoom"] } };
  }
  return null;
}

/** The first result of the same form, when it was sent before. */
async function sentBefore(ctx: Ctx, submission: string): Promise<Registered | null> {
  const [row] = await bySubmission(ctx.db, { submission });
  if (!row) return null;
  const state = row.state === "confirmed" ? "confirmed" : "waiting";
  return { ok: true, id: row.id, link: registrationLink(ctx, row), state };
}

function submissionOf(ctx: Ctx, eventId: string, input: Registering, form: RegistrationForm): string | null {
  const id = input.submissionId?.trim().slice(0, MOST.submissionId);
  return id ? keyed(ctx.secret, "submission", eventId, id, JSON.stringify(form)) : null;
}

async function neighbourhoodIdOf(ctx: Ctx, form: RegistrationForm): Promise<string | null> {
  const chosen = form.neighbourhood ? await findNeighbourhood(ctx, form.neighbourhood) : null;
  const lookedUp = !chosen && form.postcode ? await findNeighbourhoodByPostcode(ctx, form.postcode) : null;
  return (chosen ?? lookedUp)?.id ?? null;
}

async function unusedReference(ctx: Ctx): Promise<string> {
  for (;;) {
    const reference = newReference();
    const [taken] = await byReference(ctx.db, { reference });
    if (!taken) return reference;
  }
}

/**
 * Another active registration here under the same contact. It is only noted for staff to judge: the
 * person who books is told nothing, so nobody learns who else is coming (docs/decisions).
 */
async function whoLooksTheSame(
  ctx: Ctx,
  eventId: string,
  person: typeof participants.$inferSelect,
): Promise<string | null> {
  if (!person.contactFolded) return null;
  // The event is compared here: asked for it too, SQLite would go through everybody who is booked at it.
  const others = await byContact(ctx.db, { contact: person.contactFolded, except: person.id });
  return others.find((other) => other.eventId === eventId)?.id ?? null;
}

const bySubmission = prepared((db) =>
  db
    .select()
    .from(registrations)
    .where(eq(registrations.submission, sql.placeholder("submission")))
    .prepare(),
);

const byReference = prepared((db) =>
  db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.reference, sql.placeholder("reference")))
    .prepare(),
);

const byContact = prepared((db) =>
  db
    .select({ id: registrations.id, eventId: registrations.eventId })
    .from(participants)
    .innerJoin(registrations, eq(registrations.participantId, participants.id))
    .where(
      and(
        eq(participants.contactFolded, sql.placeholder("contact")),
        ne(registrations.state, "cancelled"),
        ne(participants.id, sql.placeholder("except")),
      ),
    )
    .prepare(),
);

type Issue = { path: PropertyKey[]; message: string };

/** Messages by field, in the form's own order where it is given; what a page shows beside each. */
export function fieldsOf(
  error: { issues: readonly Issue[] },
  order: readonly string[] = [],
): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const fieldOf = (issue: Issue) => String(issue.path[0] ?? "");
  const issues = [...error.issues].sort((a, b) => order.indexOf(fieldOf(a)) - order.indexOf(fieldOf(b)));
  for (const issue of issues) {
    const field = fieldOf(issue);
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  return fields;
}
