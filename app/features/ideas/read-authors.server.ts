import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaSupports } from "~/db/tables/ideas-support";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";

/** Whom a message about an idea goes to. */
export type Author = Pick<typeof participants.$inferSelect, "id" | "name" | "email" | "locale">;

const WHOM = {
  id: participants.id,
  name: participants.name,
  email: participants.email,
  locale: participants.locale,
};

/** Whoever wrote an idea or one that went into it, and can be written to. */
export async function listAuthors(ctx: Ctx, { id }: { id: string }): Promise<Author[]> {
  return ctx.db
    .selectDistinct(WHOM)
    .from(ideas)
    .innerJoin(participants, eq(participants.id, ideas.participantId))
    .where(and(or(eq(ideas.id, id), eq(ideas.mergedIntoId, id)), isNotNull(participants.email)));
}

/** Whoever supports an idea or one that went into it, and can be written to. */
export async function listSupporters(ctx: Ctx, id: string): Promise<Author[]> {
  const whole = ctx.db
    .select({ id: ideas.id })
    .from(ideas)
    .where(or(eq(ideas.id, id), eq(ideas.mergedIntoId, id)));
  return ctx.db
    .selectDistinct(WHOM)
    .from(ideaSupports)
    .innerJoin(participants, eq(participants.id, ideaSupports.participantId))
    .where(and(inArray(ideaSupports.ideaId, whole), isNotNull(participants.email)));
}
