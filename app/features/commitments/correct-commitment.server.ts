import { eq } from "drizzle-orm";
import { commitmentThemes } from "~/db/tables/commitments";
import { listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { appendAct, type Prepared, type Taken } from "./append-act.server";
import { may } from "./may";
import { type CommitmentRow, listThemeIds } from "./read.server";
import { correctionForm, fieldsOf } from "./schema";

/**
 * Puts a slip of the pen right: the words, where they were said, the place, what it is about. What it said
 * before stays in its history, unless that named somebody. The dates and the owner have verbs of their own.
 */
export async function correctCommitment(
  ctx: Ctx,
  { number, typed }: { number: number; typed: unknown },
): Promise<Taken> {
  const parsed = correctionForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { said, sourceWords, sourceLink, condition, neighbourhood, themes, words, hide } = parsed.data;
  return appendAct(ctx, number, async (ctx, row): Promise<Prepared> => {
    const near = (await listNeighbourhoods(ctx)).find((one) => one.slug === neighbourhood);
    const neighbourhoodId = near?.id ?? null;
    if (!may.change(ctx.actor, { neighbourhoodId })) {
      return { fields: { neighbourhood: ["Choose a neighbourhood that you work in"] } };
    }
    // A condition can be put into other words here; that there is one is how it was made.
    const set = {
      said,
      sourceWords: row.sourceWords === null ? null : sourceWords,
      sourceLink: row.sourceWords === null ? null : sourceLink,
      condition: row.condition === null ? null : condition,
      neighbourhoodId,
    };
    if (row.sourceWords !== null && !sourceWords) {
      return { fields: { sourceWords: ["Say where it was said"] } };
    }
    if (row.condition !== null && !condition)
      return { fields: { condition: ["Enter what it is subject to"] } };
    const before = changedIn(row, set);
    const sameThemes = await setThemes(ctx, row.id, themes);
    if (Object.keys(before).length === 0 && sameThemes) {
      return { fields: { said: ["Nothing is different from what it says now"] } };
    }
    return {
      act: { act: "corrected", day: dayOf(ctx.now), words, before: hide === "yes" ? null : before },
      set,
    };
  });
}

/** What the fields that differ said before. The place is a code and not for reading, so it is left out. */
function changedIn(row: CommitmentRow, set: Partial<CommitmentRow>): Record<string, string | null> {
  const names = ["said", "sourceWords", "sourceLink", "condition", "neighbourhoodId"] as const;
  return Object.fromEntries(names.filter((name) => row[name] !== set[name]).map((name) => [name, row[name]]));
}

async function setThemes(ctx: Ctx, commitmentId: string, slugs: readonly string[]): Promise<boolean> {
  const chosen = (await listThemesInUse(ctx)).filter((one) => slugs.includes(one.slug)).map(({ id }) => id);
  const now = await listThemeIds(ctx, commitmentId);
  if (now.length === chosen.length && now.every((id) => chosen.includes(id))) return true;
  await ctx.db.delete(commitmentThemes).where(eq(commitmentThemes.commitmentId, commitmentId));
  if (chosen.length > 0) {
    await ctx.db.insert(commitmentThemes).values(chosen.map((themeId) => ({ commitmentId, themeId })));
  }
  return false;
}
