import { and, eq, isNotNull } from "drizzle-orm";
import { env } from "~/db/env.server";
import { accounts } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { type LetIn, letIn, type Visit } from "./let-in.server";
import { may } from "./may";

/**
 * Signs in as one of the demonstration's people, second factor included, so that every page can be tried.
 * Refuses everywhere but in the demonstration.
 */
export async function signInAsDemoPerson(
  ctx: Ctx,
  input: { slug: string; visit: Visit },
): Promise<LetIn | Refusal<"missing">> {
  const missing = { ok: false, reason: "missing" } as const;
  if (!env.DEMO) return missing;
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.signIn(ctx.actor)) return missing;
    const [person] = await ctx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.slug, input.slug), isNotNull(accounts.blurb)));
    if (!person) return missing;
    await audit(ctx, "people.chosen_in_demo", { kind: "account", id: person.id });
    return (await letIn(ctx, person.id, input.visit, "demo")) ?? missing;
  });
}
