import { eq } from "drizzle-orm";
import { invitations } from "~/db/tables/events-invitations";
import type { Ctx, Refusal } from "~/platform/context.server";
import { findInvitation } from "./read-invitations.server";

/** Ties an invitation to the booking that it was used for, inside the write that books. Refuses a second use. */
export async function redeemInvitation(
  ctx: Ctx,
  { link, registrationId }: { link: string; registrationId: string },
): Promise<{ ok: true } | Refusal<"missing">> {
  const found = await findInvitation(ctx, link);
  if (found?.invitation.state !== "open") return { ok: false, reason: "missing" };
  await ctx.db
    .update(invitations)
    .set({ state: "used", registrationId })
    .where(eq(invitations.id, found.invitation.id));
  return { ok: true };
}
