import { outreachPeople } from "~/db/tables/engagement";
import { recordParticipant } from "~/features/people/record-participant.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findOutreach } from "./read-outreach.server";
import { fieldsOf, personForm } from "./schema";

/**
 * Notes somebody met on a visit who left their name and agreed to it. They are a person, and no head: the
 * head count of the visit stays what it was.
 */
export async function addOutreachPerson(
  ctx: Ctx,
  { entryId, typed }: { entryId: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = personForm.safeParse(typed);
  return write(
    ctx,
    { locks: [`outreach:${entryId}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof addOutreachPerson>>> => {
      const found = await findOutreach(ctx, entryId);
      if (!found || !may.seeOutreach(ctx.actor)) return { ok: false, reason: "missing" };
      if (!may.recordOutreach(ctx.actor, found.entry)) return { ok: false, reason: "not_allowed" };
      if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
      const { name, contact, email, phone } = parsed.data;
      const person = await recordParticipant(ctx, {
        name,
        preferredContact: contact,
        email,
        phone,
        kind: "resident",
        neighbourhoodId: found.entry.neighbourhoodId,
        locale: "en",
      });
      await ctx.db.insert(outreachPeople).values({ entryId, participantId: person.id });
      await audit(
        ctx,
        "engagement.outreach_person_added",
        { kind: "outreach", id: entryId },
        { participant: person.id },
      );
      return { ok: true };
    },
  );
}
