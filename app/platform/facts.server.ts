import { eq } from "drizzle-orm";
import { facts } from "~/db/tables/platform";
import type { Ctx } from "./context.server";

/** What was noted under this name about the database itself, or null. */
export async function findFact(ctx: Ctx, name: string): Promise<string | null> {
  const [row] = await ctx.db.select({ value: facts.value }).from(facts).where(eq(facts.name, name));
  return row?.value ?? null;
}

/** Notes a fact about the database itself in place of what was noted before. Inside a write. */
export async function noteFact(ctx: Ctx, name: string, value: string): Promise<void> {
  if (!ctx.held) throw new Error("noteFact() belongs inside a write.");
  await ctx.db
    .insert(facts)
    .values({ name, value })
    .onConflictDoUpdate({ target: facts.name, set: { value } });
}
