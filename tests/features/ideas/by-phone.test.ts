import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { ideaSupports } from "~/db/tables/ideas-support";
import { auditEvents } from "~/db/tables/platform";
import { addIdea } from "~/features/ideas/add-idea.server";
import { judgeAtOnce } from "~/features/ideas/judge-case.server";
import { supportByPhone } from "~/features/ideas/support-by-phone.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff, CANALSIDE, HIGHDOWN, later } from "../../support/factories";
import { aBoard, countOf } from "../../support/ideas";

let house: Ctx;
beforeEach(async () => {
  house = await aHouse();
  await aBorough(house);
});

async function shown(board: Record<string, unknown> = {}): Promise<string> {
  const made = await aBoard(house, { typed: { asksLink: "yes", ...board } });
  const typed = { title: "Benches by the canal", text: "People could rest on the way." };
  const added = await addIdea(house, { board: made.slug, typed });
  if (!added.ok) throw new Error(`No idea: ${JSON.stringify(added)}`);
  return added.id;
}

test("one number counts once, however it is written, and another counts too", async () => {
  const ctx = asStaff(house);
  const id = await shown();
  const put = (phone: string) => supportByPhone(ctx, { id, typed: { phone } });
  expect(await put("07700 900123")).toEqual({ ok: true, isNew: true });
  expect(await put("+44 7700 900 123")).toEqual({ ok: true, isNew: false });
  expect(await put("(07700) 900-123")).toEqual({ ok: true, isNew: false });
  expect(await countOf(ctx, id)).toBe(1);
  expect(await put("020 7946 0123")).toEqual({ ok: true, isNew: true });
  expect(await countOf(ctx, id)).toBe(2);
});

test("the number stands neither with the support nor in the audit, which says who put it in", async () => {
  const ctx = asStaff(house);
  const id = await shown();
  await supportByPhone(ctx, { id, typed: { phone: "07700 900123" } });
  const rows = await ctx.db.select().from(ideaSupports).where(eq(ideaSupports.ideaId, id));
  const acts = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  expect(acts.map(({ act }) => act)).toContain("ideas.supported_by_phone");
  expect(rows).toHaveLength(1);
  expect(JSON.stringify([rows, acts])).not.toMatch(/7700\D*900\D*123/);
});

test("what is no number of somebody's, or more points than they have, is said beside its field", async () => {
  const ctx = asStaff(house);
  const id = await shown({ support: "points", points: "5" });
  for (const phone of ["", "946 0123", "amara@example.org", "0".repeat(20)]) {
    const put = await supportByPhone(ctx, { id, typed: { phone } });
    expect(put).toMatchObject({ ok: false, fields: { phone: [expect.stringContaining("area code")] } });
  }
  const put = (points: string) => supportByPhone(ctx, { id, typed: { phone: "07700 900123", points } });
  expect(await put("6")).toMatchObject({ ok: false, fields: { points: [expect.any(String)] } });
  expect(await put("lots")).toMatchObject({ ok: false, fields: { points: [expect.any(String)] } });
  expect(await countOf(ctx, id)).toBe(0);
  expect(await put("4")).toMatchObject({ ok: true });
  expect(await countOf(ctx, id)).toBe(4);
});

test("it is for staff of the board's place, while the board is open and the idea shown", async () => {
  const id = await shown({ neighbourhood: "canalside" });
  const typed = { phone: "07700 900123" };
  const refused = { ok: false, reason: "missing" };
  expect(await supportByPhone(asAnyone(house), { id, typed })).toEqual(refused);
  expect(await supportByPhone(asStaff(house, "team_member", HIGHDOWN), { id, typed })).toEqual(refused);
  expect(await supportByPhone(asStaff(house, "analyst"), { id, typed })).toMatchObject({
    reason: "not_allowed",
  });
  const ctx = asStaff(house, "team_member", CANALSIDE);
  expect(await supportByPhone(later(ctx, 24 * 365), { id, typed })).toEqual(refused);
  const subject = { kind: "idea" as const, id };
  await judgeAtOnce(house, { subject, typed: { decision: "remove", reason: "names_somebody" } });
  expect(await supportByPhone(ctx, { id, typed })).toEqual(refused);
  await judgeAtOnce(house, { subject, typed: { decision: "show" } });
  expect(await supportByPhone(ctx, { id, typed })).toMatchObject({ ok: true });
});
