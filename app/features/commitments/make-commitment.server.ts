import { desc } from "drizzle-orm";
import type { z } from "zod";
import { commitmentActs, commitments, commitmentThemes } from "~/db/tables/commitments";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { linkThings, type Thing } from "~/platform/links.server";
import { dayOf } from "~/platform/london";
import { indexCommitment } from "./index-commitment.server";
import { may } from "./may";
import { NUMBERS, sourceOf, spanOf } from "./rules";
import { type CommitmentInput, commitmentShape, fieldsOf } from "./schema";
import { setOffice } from "./set-office.server";
import { type Act, newStanding, standingAfter } from "./state";

/**
 * Writes a commitment into the public register, for good: it stands there from now on and is never deleted.
 * A source that is a thing of another room is linked to it. Without an owner or a date it stands on the staff
 * list of those that need one. Called inside another write, that write must hold the lock `NUMBERS`.
 */
export async function makeCommitment(
  ctx: Ctx,
  input: CommitmentInput,
): Promise<{ ok: true; id: string; number: number } | Refusal<"invalid" | "not_allowed">> {
  const parsed = commitmentShape.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(
    ctx,
    { locks: [NUMBERS] },
    async (ctx): Promise<Awaited<ReturnType<typeof makeCommitment>>> => {
      const made = parsed.data;
      if (!may.make(ctx.actor, made)) return { ok: false, reason: "not_allowed" };
      const fields = wrongDays(made, dayOf(ctx.now));
      if (fields) return { ok: false, reason: "invalid", fields };
      const [id, number] = [newId(), await nextNumber(ctx)];
      const act = await firstAct(ctx, made);
      const standing = standingAfter(newStanding(made.kind, made.condition === null ? null : "open"), act);
      await ctx.db.insert(commitments).values({
        ...standing,
        ...saidWhere(made.source),
        id,
        number,
        said: made.text,
        madeDay: act.day,
        condition: made.condition,
        neighbourhoodId: made.neighbourhoodId,
        acts: 1,
        createdAt: ctx.now,
        changedAt: ctx.now,
      });
      await ctx.db.insert(commitmentActs).values({ ...act, commitmentId: id, position: 1, at: ctx.now });
      await nameThemes(ctx, id, made.themeIds);
      if (isThing(made.source)) {
        await linkThings(ctx, { cause: made.source, effect: { kind: "commitment", id } });
      }
      await indexCommitment(ctx, id);
      await audit(ctx, "commitments.made", { kind: "commitment", id }, { kind: made.kind, number });
      return { ok: true, id, number };
    },
  );
}

type Made = z.output<typeof commitmentShape>;

const isThing = (source: Made["source"]): source is Thing => "kind" in source;

function saidWhere(source: Made["source"]) {
  return isThing(source)
    ? { source: sourceOf(source.kind), sourceWords: null, sourceLink: null }
    : { source: source.from, sourceWords: source.words, sourceLink: source.link };
}

async function firstAct(ctx: Ctx, { madeDay, due, owner }: Made): Promise<Act> {
  return {
    act: "made",
    day: madeDay ?? dayOf(ctx.now),
    dueDay: due ? spanOf(due.day, due.precision).to : null,
    precision: due?.precision ?? null,
    officeId: owner ? await setOffice(ctx, owner) : null,
  };
}

function wrongDays({ madeDay = "", due }: Made, today: string): Record<string, string[]> | null {
  if (madeDay > today) return { madeDay: ["The day on which it was said is still to come"] };
  if (due && spanOf(due.day, due.precision).to < (madeDay || today)) {
    return { due: ["It can't be due before it was said: check the two dates"] };
  }
  return null;
}

async function nameThemes(ctx: Ctx, commitmentId: string, themeIds: readonly string[]): Promise<void> {
  if (themeIds.length === 0) return;
  const rows = [...new Set(themeIds)].map((themeId) => ({ commitmentId, themeId }));
  await ctx.db.insert(commitmentThemes).values(rows);
}

async function nextNumber(ctx: Ctx): Promise<number> {
  const [last] = await ctx.db
    .select({ number: commitments.number })
    .from(commitments)
    .orderBy(desc(commitments.number))
    .limit(1);
  return (last?.number ?? 0) + 1;
}
