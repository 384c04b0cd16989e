import { and, eq } from "drizzle-orm";
import { commitmentOffices } from "~/db/tables/commitments";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import type { OwnerInput } from "./schema";

/**
 * The id of the office that a role in an organisation is: the one there is, or a new one. A new address for
 * it replaces the old one; none given leaves it. Belongs inside a write.
 */
export async function setOffice(ctx: Ctx, { organisationId, role, email }: OwnerInput): Promise<string> {
  const same = and(eq(commitmentOffices.organisationId, organisationId), eq(commitmentOffices.role, role));
  const [there] = await ctx.db.select().from(commitmentOffices).where(same);
  if (!there) {
    const id = newId();
    await ctx.db.insert(commitmentOffices).values({ id, organisationId, role, email });
    return id;
  }
  if (email && email !== there.email) await ctx.db.update(commitmentOffices).set({ email }).where(same);
  return there.id;
}
