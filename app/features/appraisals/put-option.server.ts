import { and, eq } from "drizzle-orm";
import { appraisalOptions } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { refusalNow } from "./may";
import { findAppraisalRow, listOptions } from "./read.server";
import { MOST_OPTIONS } from "./rules";
import { fieldsOf, optionForm } from "./schema";

/** Adds an option to a draft, or changes the one with this id. Refuses more than 8, and two with the same name. */
export async function putOption(
  ctx: Ctx,
  { slug, id, typed }: { slug: string; id: string | null; typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = optionForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { cost, costLow, costHigh, costExpectedDay, ...rest } = parsed.data;
  const said =
    cost === "known"
      ? { ...rest, costLow, costHigh, costExpectedDay: null }
      : { ...rest, costLow: null, costHigh: null, costExpectedDay };
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof putOption>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["draft"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const options = await listOptions(ctx, appraisal.id);
      const known = id ? options.find((option) => option.id === id) : null;
      if (id && !known) return { ok: false, reason: "missing" };
      if (!known && options.length >= MOST_OPTIONS)
        return invalid(`People can hold ${MOST_OPTIONS} options side by side at most: join two of them`);
      const title = said.title.toLowerCase();
      if (options.some((option) => option.id !== id && option.title.toLowerCase() === title))
        return invalid("Another option has that name");
      const own = known?.id ?? newId();
      if (known) {
        await ctx.db
          .update(appraisalOptions)
          .set(said)
          .where(and(eq(appraisalOptions.appraisalId, appraisal.id), eq(appraisalOptions.id, own)));
      } else {
        const position = (options.at(-1)?.position ?? 0) + 1;
        await ctx.db
          .insert(appraisalOptions)
          .values({ id: own, appraisalId: appraisal.id, position, ...said });
      }
      await audit(ctx, "appraisals.option_put", { kind: "appraisal", id: appraisal.id }, { option: own });
      return { ok: true, id: own };
    },
  );
}

const invalid = (problem: string): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { title: [problem] },
});
