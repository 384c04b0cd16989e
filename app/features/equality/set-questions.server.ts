import { equalitySettings } from "~/db/tables/equality";
import { getBorough } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { extrasForm } from "./schema";

/** Sets which questions about oneself this borough asks beside the usual ones, from now on. */
export async function setQuestions(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  const parsed = extrasForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { extras } = parsed.data;
  return write(ctx, { locks: ["equality-settings"] }, async (ctx) => {
    if (!may.setQuestions(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const { id } = await getBorough(ctx);
    await ctx.db
      .insert(equalitySettings)
      .values({ boroughId: id, extras })
      .onConflictDoUpdate({ target: equalitySettings.boroughId, set: { extras } });
    await audit(ctx, "equality.questions_set", { kind: "borough", id }, { extras: extras.join(", ") });
    return { ok: true };
  });
}
