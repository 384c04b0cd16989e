import { and, asc, eq, inArray, or } from "drizzle-orm";
import { participants } from "~/db/tables/people";
import { answerableThings, thingFollowers } from "~/db/tables/responses-things";
import { listSamePerson } from "~/features/people/read-remembered.server";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { idInLink, provesLink, secretLink } from "~/platform/secret-links.server";

/** The secret address at which somebody says that they need not hear more about one thing. */
export function unfollowLink(ctx: Ctx, followerId: string): string {
  return secretLink(ctx.secret, "unfollow", followerId, 1);
}

/** True for an address that this site made, whether or not its owner still follows. */
export function isUnfollowLink(ctx: Ctx, link: string): boolean {
  const id = idInLink(link);
  return id !== null && provesLink(ctx.secret, link, "unfollow", id, 1);
}

/** What the owner of a link follows by it, under which records of theirs; null once they no longer do. */
export async function findFollowing(ctx: Ctx, link: string) {
  const id = isUnfollowLink(ctx, link) ? idInLink(link) : null;
  if (!id) return null;
  const [row] = await ctx.db
    .select({ follower: thingFollowers, participant: participants, thing: answerableThings })
    .from(thingFollowers)
    .innerJoin(participants, eq(participants.id, thingFollowers.participantId))
    .leftJoin(
      answerableThings,
      and(eq(answerableThings.kind, thingFollowers.kind), eq(answerableThings.id, thingFollowers.thingId)),
    )
    .where(eq(thingFollowers.id, id));
  if (!row) return null;
  const { follower, thing, participant } = row;
  const whole = {
    kind: thing?.joinedKind ?? follower.kind,
    id: thing?.joinedId ?? follower.thingId,
  };
  const joined = await ctx.db
    .select({ kind: answerableThings.kind, id: answerableThings.id })
    .from(answerableThings)
    .where(and(eq(answerableThings.joinedKind, whole.kind), eq(answerableThings.joinedId, whole.id)));
  return {
    said: thing?.said ?? null,
    things: [whole, ...joined] as [Thing, ...Thing[]],
    participantIds: await listSamePerson(ctx, participant),
  };
}

/**
 * Everybody who asked to hear what comes of a thing or of one that was merged into it, each person once: the same
 * name with the same contact is the same person. Who first asked comes first.
 */
export async function listFollowers(ctx: Ctx, { kind, id }: Thing) {
  const rows = await ctx.db
    .select({ follower: thingFollowers, participant: participants })
    .from(thingFollowers)
    .innerJoin(participants, eq(participants.id, thingFollowers.participantId))
    .leftJoin(
      answerableThings,
      and(eq(answerableThings.kind, thingFollowers.kind), eq(answerableThings.id, thingFollowers.thingId)),
    )
    .where(
      or(
        and(eq(thingFollowers.kind, kind), eq(thingFollowers.thingId, id)),
        and(eq(answerableThings.joinedKind, kind), eq(answerableThings.joinedId, id)),
      ),
    )
    .orderBy(asc(thingFollowers.at), asc(thingFollowers.id));
  const people = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const { contactFolded, nameFolded, address } = row.participant;
    const contact = contactFolded ?? address;
    const person = contact && nameFolded ? JSON.stringify([contact, nameFolded]) : row.participant.id;
    if (!people.has(person)) people.set(person, row);
  }
  return [...people].map(([person, row]) => ({ ...row, person }));
}

/** How many people are to be told of an answer to a thing. For staff. */
export async function countFollowers(ctx: Ctx, thing: Thing): Promise<number> {
  return (await listFollowers(ctx, thing)).length;
}

/** Which of these things somebody follows. */
export async function listFollowed(ctx: Ctx, kind: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectDistinct({ id: thingFollowers.thingId })
    .from(thingFollowers)
    .where(and(eq(thingFollowers.kind, kind), inArray(thingFollowers.thingId, [...ids])));
  return rows.map(({ id }) => id);
}
