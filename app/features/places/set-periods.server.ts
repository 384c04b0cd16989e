import { eq } from "drizzle-orm";
import { boroughs } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { periodsOf, shortened } from "./periods";
import { forgetKnownPlaces, getBorough } from "./read.server";
import { fieldsOf, periodsForm } from "./schema";

/**
 * Sets how long things are kept, within safe bounds. The hourly deletion and every page that states a period
 * go by it from then on. A shorter one deletes what is older within the hour, so it is refused until
 * somebody says that they know. The record keeps what it was and what it is.
 */
export async function setPeriods(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  const parsed = periodsForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { sure, ...periods } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.setPeriods(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const { id, periods: set } = await getBorough(ctx);
    const before = periodsOf(set);
    if (shortened(before, periods).length > 0 && !sure) {
      const say = "Say that you know: a shorter time deletes what is older within the hour";
      return { ok: false, reason: "invalid", fields: { sure: [say] } };
    }
    await ctx.db.update(boroughs).set({ periods }).where(eq(boroughs.id, id));
    forgetKnownPlaces(ctx);
    const changed = Object.entries(periods).filter(([name, n]) => before[name as keyof typeof before] !== n);
    const was = changed.map(([name]) => [`${name}_was`, before[name as keyof typeof before]]);
    await audit(ctx, "places.periods_set", { kind: "borough", id }, Object.fromEntries([...changed, ...was]));
    return { ok: true };
  });
}
