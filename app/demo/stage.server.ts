import { findActivityRow } from "~/features/engagement/read.server";
import { arrangeNeed } from "~/features/events/arrange-need.server";
import { createEvent } from "~/features/events/create-event.server";
import { ownNeed } from "~/features/events/own-need.server";
import { publishEvent } from "~/features/events/publish-event.server";
import { findEventRow } from "~/features/events/read.server";
import { listEventNeeds } from "~/features/events/read-needs.server";
import { findParty } from "~/features/events/read-registrations.server";
import { listSessions } from "~/features/events/read-sessions.server";
import { type Registered, registerForEvent } from "~/features/events/register.server";
import { shareNeed } from "~/features/events/share-need.server";
import { rememberNeeds } from "~/features/people/remember-needs.server";
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

/** Remembers what somebody needs, as they said it when they booked and agreed to it. */
export async function noteNeeds(ctx: Ctx, registered: Registered, somebody: Somebody): Promise<void> {
  if (somebody.needs.length === 0) return;
  const found = await findParty(ctx, { id: registered.id });
  if (!found) throw new Error(`The booking of ${somebody.slug} is not there.`);
  const { needs, language, needsDetail: detail } = somebody;
  const typed = { needs, language, detail };
  const remembered = await rememberNeeds(ctx, {
    participantId: found.participant.id,
    typed,
    channel: "booking",
  });
  accepted(`what ${somebody.slug} asks us to remember`, remembered);
}

const ARRANGED: Record<string, string> = {
  large_print: "Your papers are printed in large print and lie on the table by the door.",
  hearing_loop: "The loop is on in the whole room. Ask at the door where it is strongest.",
  step_free: "The side door has no steps, and somebody is there from half an hour before.",
  quiet_space: "The small room next door is yours whenever you like.",
  easy_read: "The Easy Read papers are ready at the door.",
};

/** The team sees to what people asked for: a third is arranged, a third is somebody's to see to, the rest waits. */
export async function seeToNeeds(ctx: Ctx, staged: Staged): Promise<void> {
  const event = await findEventRow(ctx, { slug: staged.slug });
  const open = event ? await listEventNeeds(ctx, event.id) : [];
  const me = ctx.actor.kind === "account" ? ctx.actor.id : null;
  for (const [n, { task }] of open.entries()) {
    const arranged = ARRANGED[task.need];
    if (task.state !== "open" || n % 3 === 2 || !me) continue;
    accepted(`who sees to a need at ${staged.slug}`, await ownNeed(ctx, { id: task.id, ownerId: me }));
    if (n % 3 === 1 || !arranged) continue;
    const told = await shareNeed(ctx, { id: task.id, typed: { shared: "The people who run the hall" } });
    accepted(`who is told of a need at ${staged.slug}`, told);
    accepted(`a need at ${staged.slug}`, await arrangeNeed(ctx, { id: task.id, typed: { arranged } }));
  }
}
