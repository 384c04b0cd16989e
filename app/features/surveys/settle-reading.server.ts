import { listThemesInUse } from "~/features/places/read-themes.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { isAlike } from "./agreement";
import { may } from "./may";
import { findText, readerOf } from "./read-words.server";
import { putReadings } from "./sort-words.server";
import { settledForm } from "./word-forms";

/** Nothing more; or why not. `own`: who read it does not settle it, unless they lead surveys here. */
type Settled = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "own">;

/**
 * Says what stands of a text that two people read differently. A third person does it, or who leads surveys
 * there. What the two found stays as it was, so the agreement does too.
 */
export async function settleReading(ctx: Ctx, input: { id: number; typed: unknown }): Promise<Settled> {
  const parsed = settledForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "missing" };
  const found = await findText(ctx, input.id);
  if (!found) return { ok: false, reason: "missing" };
  const known = new Map((await listThemesInUse(ctx)).map((theme) => [theme.slug, theme.id]));
  return write(ctx, { locks: [`survey-words:${found.survey.id}`] }, async (ctx): Promise<Settled> => {
    const reader = readerOf(ctx);
    if (!reader || !may.readWords(ctx.actor, found.survey)) return { ok: false, reason: "not_allowed" };
    const readings = (await findText(ctx, input.id))?.readings ?? [];
    const [first, second] = ["first", "second"].map((part) => readings.find((one) => one.part === part));
    if (!first || !second || isAlike({ first: first.themes, second: second.themes })) {
      return { ok: false, reason: "missing" };
    }
    const isOwn = first.reader === reader || second.reader === reader;
    if (isOwn && !may.edit(ctx.actor, found.survey)) return { ok: false, reason: "own" };
    const themeIds = parsed.data.themes.flatMap((slug) => known.get(slug) ?? []);
    await putReadings(ctx, [{ textId: input.id, part: "settled", reader, themeIds }]);
    const said = { box: found.box.key };
    await audit(ctx, "surveys.reading_settled", { kind: "survey", id: found.survey.id }, said);
    return { ok: true };
  });
}
