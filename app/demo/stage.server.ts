import { findActivityRow } from "~/features/engagement/read.server";
import { createEvent } from "~/features/events/create-event.server";
import { publishEvent } from "~/features/events/publish-event.server";
import { findEventRow } from "~/features/events/read.server";
import { findParty } from "~/features/events/read-registrations.server";
import { listSessions } from "~/features/events/read-sessions.server";
import { type Registered, registerForEvent } from "~/features/events/register.server";
import { recordCommunicationNeeds } from "~/features/people/record-communication-needs.server";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { type Party, typedBy } from "./booking";
import type { Crowd } from "./crowd";
import type { EventTold } from "./event-sheet";
import type { Cast, Somebody } from "./people.server";
import type { StallsSheet } from "./stall-sheet.server";
import { accepted, as } from "./timeline";

/** Who takes part in the demonstration. Without a cast the house itself does what staff would do. */
export type Stage = { crowd: Crowd; cast: Cast; employers: readonly string[]; stalls: StallsSheet };

/** An event's address, known once it is made. */
export type Staged = { slug: string };

const ORGANISERS: Record<string, string> = { canalside: "tomasz-wren" };
const BOOKERS: Record<string, string> = { canalside: "deja-morrison", "st-brannock": "bryn-castle" };
const EVERYWHERE = "helen-pike";
const ANYONE: Actor = { kind: "anyone" };
const TRIES = 20;

function castAs(ctx: Ctx, stage: Stage, slugs: Record<string, string>, event: EventTold): Ctx {
  const actor = stage.cast.get(slugs[event.neighbourhood ?? ""] ?? EVERYWHERE);
  return actor ? as(ctx, actor) : ctx;
}

/** The ctx of whoever runs this event. */
export function asOrganiser(ctx: Ctx, stage: Stage, event: EventTold): Ctx {
  return castAs(ctx, stage, ORGANISERS, event);
}

/** The ctx of whoever books places for callers at this event. */
export function asBooker(ctx: Ctx, stage: Stage, event: EventTold): Ctx {
  return castAs(ctx, stage, BOOKERS, event);
}

/** Makes a draft and notes the address it was given. */
export async function makeDraft(
  ctx: Ctx,
  stage: Stage,
  event: EventTold,
  typed: Record<string, unknown>,
  staged: Staged,
): Promise<void> {
  const organiser = asOrganiser(ctx, stage, event);
  // A demonstration that was loaded before there were plans gets its new events without them.
  const known = event.activity ? await findActivityRow(ctx, { slug: event.activity }) : null;
  const wanted = known ? typed : { ...typed, activity: undefined };
  for (let tries = 1; ; tries += 1) {
    const made = await createEvent(organiser, { typed: wanted, slug: staged.slug });
    // A machine that is busy may need longer to lay out a text than it is given.
    if (!made.ok && made.fields?.description && tries < TRIES) continue;
    staged.slug = accepted(`the event ${staged.slug}`, made).slug;
    return;
  }
}

/** Puts the draft in front of whom it is for. */
export async function publish(ctx: Ctx, stage: Stage, event: EventTold, staged: Staged): Promise<void> {
  const published = await publishEvent(asOrganiser(ctx, stage, event), { slug: staged.slug });
  accepted(`publishing ${staged.slug}`, published);
}

/** Saves a party's places: themselves on the web, else by staff. Events for staff are booked by staff. */
export async function book(
  ctx: Ctx,
  stage: Stage,
  event: EventTold,
  staged: Staged,
  party: Party,
): Promise<Registered> {
  const byThemselves = party.channel === "web" && event.audience === "everyone";
  const channel = byThemselves || party.channel !== "web" ? party.channel : "in_person";
  const registered = await registerForEvent(byThemselves ? as(ctx, ANYONE) : asBooker(ctx, stage, event), {
    slug: staged.slug,
    locale: party.person.locale,
    channel,
    typed: { ...typedBy(party), sessions: party.chooses ? await firstSession(ctx, staged) : [] },
  });
  return accepted(`${party.person.name} at ${staged.slug}`, registered);
}

/** The first session of an event that takes bookings. */
async function firstSession(ctx: Ctx, staged: Staged): Promise<string[]> {
  const event = await findEventRow(ctx, { slug: staged.slug });
  const sessions = event ? await listSessions(ctx, event.id) : [];
  return sessions
    .filter((session) => session.capacity !== null)
    .slice(0, 1)
    .map((session) => session.id);
}

/** Notes for good what somebody needs, as they said it when they booked. */
export async function noteNeeds(ctx: Ctx, registered: Registered, somebody: Somebody): Promise<void> {
  if (somebody.needs.length === 0) return;
  const found = await findParty(ctx, { id: registered.id });
  if (!found) throw new Error(`The booking of ${somebody.slug} is not there.`);
  const detail = [somebody.language, somebody.needsDetail].filter(Boolean).join(". ") || null;
  const participantId = found.participant.id;
  await recordCommunicationNeeds(ctx, { participantId, needs: somebody.needs, detail, source: "booking" });
}
