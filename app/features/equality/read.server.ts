import { eq } from "drizzle-orm";
import { equalitySettings, equalitySubmissions, equalityTallies } from "~/db/tables/equality";
import { findBorough, listAllNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { keyed } from "~/platform/secret-links.server";
import { EXTRAS, type Extra } from "./code-lists";
import type { Collection } from "./rules";

/** The questions that this borough asks beside the usual ones. */
export async function listExtras(ctx: Ctx): Promise<Extra[]> {
  const borough = await findBorough(ctx);
  if (!borough) return [];
  const [row] = await ctx.db
    .select()
    .from(equalitySettings)
    .where(eq(equalitySettings.boroughId, borough.id));
  return EXTRAS.filter((extra) => row?.extras.includes(extra));
}

/** Neighbourhoods that can be chosen: address and name, in the borough's order. */
export async function listPlaces(ctx: Ctx) {
  const all = await listAllNeighbourhoods(ctx);
  return all.filter(({ status }) => status !== "retired").map(({ id, slug, name }) => ({ id, slug, name }));
}

/** How often something was said in a collection, by neighbourhood. */
export type Tally = Pick<
  typeof equalityTallies.$inferSelect,
  "collectionKind" | "collectionId" | "place" | "question" | "answer" | "count"
>;

/** True numbers: for the gate alone. How often each answer was given, in every collection. */
export async function listTallies(ctx: Ctx): Promise<Tally[]> {
  return ctx.db.select().from(equalityTallies);
}

/** The HMAC under which a form that was sent is known for a day. */
export const submissionKey = (ctx: Ctx, { kind, id }: Collection, submissionId: string) =>
  keyed(ctx.secret, "equality-submission", kind, id, submissionId);

/** True when this very form was sent today or yesterday. */
export async function wasSent(ctx: Ctx, collection: Collection, submissionId: string): Promise<boolean> {
  if (!submissionId) return false;
  const key = submissionKey(ctx, collection, submissionId);
  const [row] = await ctx.db.select().from(equalitySubmissions).where(eq(equalitySubmissions.key, key));
  return row !== undefined;
}
