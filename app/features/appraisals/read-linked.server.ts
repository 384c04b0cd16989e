import type { Ctx } from "~/platform/context.server";
import { listCauses, listEffects } from "~/platform/links.server";
import { listThings, type ThingShown } from "~/platform/search.server";

/** What a decision came of and what came of it, as far as everybody may see it. */
export async function listLinked(
  ctx: Ctx,
  decisionId: string,
): Promise<{ causes: ThingShown[]; effects: ThingShown[] }> {
  const causes = (await listCauses(ctx, "decision", [decisionId])).get(decisionId) ?? [];
  const effects = (await listEffects(ctx, "decision", [decisionId])).get(decisionId) ?? [];
  // Its appraisal stands on the page by itself.
  const others = causes.filter(({ kind }) => kind !== "appraisal");
  const found = await listThings(ctx, [...others, ...effects]);
  const isIn = (list: readonly { kind: string; id: string }[]) => (one: ThingShown) =>
    list.some(({ kind, id }) => kind === one.kind && id === one.id);
  return { causes: found.filter(isIn(others)), effects: found.filter(isIn(effects)) };
}
