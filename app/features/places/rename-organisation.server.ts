import { eq } from "drizzle-orm";
import { organisations } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { findOrganisation } from "./read.server";
import { dayBefore } from "./rules";
import { fieldsOf, renameForm } from "./schema";

/** Nothing more; or why it has its name still. */
type Renamed = { ok: true } | Refusal<"invalid" | "not_allowed" | "missing">;

const wrong = (field: string, words: string): Renamed => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [words] },
});

/**
 * Gives an organisation a new name from a day on. The earlier name stays with everything from before that
 * day. Refuses days to come, and days before an earlier renaming.
 */
export async function renameOrganisation(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<Renamed> {
  const parsed = renameForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { name, shortName, day } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Renamed> => {
    const one = await findOrganisation(ctx, input.slug);
    if (!one) return { ok: false, reason: "missing" };
    if (!may.editOrganisation(ctx.actor)) return { ok: false, reason: "not_allowed" };
    if (name === one.name && shortName === one.shortName) {
      return wrong("name", "Enter a name that it does not have yet");
    }
    if (day > dayOf(ctx.now)) return wrong("day", "Rename it once it has the name: enter a day up to today");
    const lastDay = dayBefore(day);
    if (one.formerNames.some((former) => former.lastDay >= lastDay)) {
      return wrong("day", "It had another new name after that day: enter a later one");
    }
    const formerNames = [{ name: one.name, shortName: one.shortName, lastDay }, ...one.formerNames];
    await ctx.db
      .update(organisations)
      .set({ name, shortName, formerNames })
      .where(eq(organisations.id, one.id));
    await audit(ctx, "places.organisation_renamed", { kind: "organisation", id: one.id }, { day });
    return { ok: true };
  });
}
