import { recordParticipant } from "~/features/people/record-participant.server";
import { askForAnswer } from "~/features/responses/ask-for-answer.server";
import { followThing } from "~/features/responses/follow-thing.server";
import { publishResponse } from "~/features/responses/publish-response.server";
import { findResponse } from "~/features/responses/read.server";
import { respond } from "~/features/responses/respond.server";
import { asSystem, type Ctx, write } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";

/** What staff type to answer; names may be replaced. */
export const answerTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  said: "There is nowhere to sit on the way to the surgery",
  kind: "doing",
  text: "We are measuring the pavement for two benches.",
  ownerRole: "Head of Highways",
  organisation: "canal-bridges",
  ...change,
});

/** What each kind of answer needs besides. */
export const BESIDES: Record<string, Record<string, unknown>> = {
  did: {
    evidence: "Two benches with arms",
    evidenceDay: "2026-05-28",
    evidenceWhere: "Lock Lane, beside the surgery",
  },
  doing: {},
  will: { dueDay: "2026-09-30" },
  cannot: { reason: "The pavement is 1.4 metres wide, and a wheelchair needs 1.5." },
  not_ours: { reason: "The road belongs to the canal trust.", passedTo: "The canal trust's estates office" },
  need_info: {},
};

/** Puts a thing on the register through its verb, as the room does in which it was said. */
export async function aThing(ctx: Ctx, thing: Thing, saidOn = "2026-05-11", more = {}): Promise<Thing> {
  await inWrite(ctx, (ctx) =>
    askForAnswer(ctx, { thing, said: `Said: ${thing.id}`, saidOn, neighbourhoodId: null, ...more }),
  );
  return thing;
}

/** Does something inside a write of its own, as the verb of an upper room does. */
export async function inWrite<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const done = await write(asSystem(ctx, "tests"), { locks: ["*"] }, async (ctx) => ({
    ok: true as const,
    value: await work(ctx),
  }));
  return done.value;
}

type Way = { email?: string; address?: string; phone?: string; locale?: string };

/** Somebody who asked to hear, by e-mail, phone or letter; a record of their own each time. */
export async function aFollower(ctx: Ctx, thing: Thing, name: string, way: Way) {
  const preferredContact = way.email ? "email" : way.phone ? "phone" : "letter";
  const person = await recordParticipant(asSystem(ctx, "tests"), {
    name,
    preferredContact,
    kind: "resident",
    locale: "en",
    ...way,
  });
  await inWrite(ctx, (ctx) => followThing(ctx, { thing, participantId: person.id }));
  return person;
}

/** A draft answer; throws when it is refused. */
export async function aDraft(ctx: Ctx, thing: Thing, change: Record<string, unknown> = {}): Promise<string> {
  const { kind = "doing" } = change as { kind?: string };
  const typed = answerTyped({ ...BESIDES[kind], ...change });
  const made = await respond(ctx, { thing, saidOn: "2026-05-11", typed });
  if (!made.ok) throw new Error(`No answer: ${JSON.stringify(made)}`);
  return made.id;
}

/** A published answer, as its verbs leave it. */
export async function anAnswer(ctx: Ctx, thing: Thing, change: Record<string, unknown> = {}) {
  const id = await aDraft(ctx, thing, change);
  const done = await publishResponse(ctx, { id });
  if (!done.ok) throw new Error(`Not published: ${JSON.stringify(done)}`);
  const seen = await findResponse(ctx, id);
  if (!seen) throw new Error("The answer is lost.");
  return { ...seen, told: done.told };
}
