import { findOrganisation } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { appendAct, type Prepared, type Taken } from "./append-act.server";
import { fieldsOf, ownerForm } from "./schema";
import { setOffice } from "./set-office.server";

/** Names the role in an organisation that owns a commitment from today on, with the office's address for reminders. */
export async function ownCommitment(
  ctx: Ctx,
  { number, typed }: { number: number; typed: unknown },
): Promise<Taken> {
  const parsed = ownerForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { organisation, role, email, words } = parsed.data;
  return appendAct(ctx, number, async (ctx, row): Promise<Prepared> => {
    const found = await findOrganisation(ctx, organisation);
    if (!found) return { fields: { organisation: ["Choose an organisation from the list"] } };
    // Asked before the office is written; a refusal undoes it either way.
    const officeId = await setOffice(ctx, { organisationId: found.id, role, email });
    if (officeId === row.officeId && !words) {
      return {
        fields: { role: ["This role owns it already. To change only its address, say so in the reason"] },
      };
    }
    return { act: { act: "owned", day: dayOf(ctx.now), officeId, words } };
  });
}
