import { eq } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexIdea } from "./index-idea.server";
import { may } from "./may";
import { setThemes } from "./post-idea.server";
import { findIdeaWhole } from "./read.server";
import { arrangeForm, fieldsOf } from "./schema";

/** Says which neighbourhood an idea is about, and what. Its words stay as they were written. */
export async function arrangeIdea(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "invalid">> {
  const found = await findIdeaWhole(ctx, id);
  if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  if (!may.arrange(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
  const parsed = arrangeForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood, themes } = parsed.data;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx) => {
    await ctx.db
      .update(ideas)
      .set({ neighbourhoodId: near?.id ?? null })
      .where(eq(ideas.id, id));
    await setThemes(ctx, id, themes);
    await indexIdea(ctx, id);
    await audit(ctx, "ideas.arranged", { kind: "idea", id }, { themes: themes.length });
    return { ok: true };
  });
}
