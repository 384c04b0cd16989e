import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { commitmentActs, commitments } from "~/db/tables/commitments";
import { makeCommitment } from "~/features/commitments/make-commitment.server";
import { NUMBERS } from "~/features/commitments/rules";
import { type Ctx, write } from "~/platform/context.server";
import { listEffects } from "~/platform/links.server";
import { aBorough, aHouse, asAnyone, asStaff, CANALSIDE, HIGHDOWN } from "../../support/factories";

const BRIDGES = "018f0000-0000-7000-8000-00000000002a";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const minutes = { words: "Minutes of 16 June 2026, paragraph 14" };

describe("making a commitment", () => {
  test("links it to the thing that it came of, inside the write of that thing", async () => {
    const answered = await write(ctx, { locks: [NUMBERS] }, (ctx) =>
      makeCommitment(ctx, {
        text: "We will put a bench there by the autumn.",
        source: { kind: "official_response", id: "response-1" },
        owner: { organisationId: BRIDGES, role: "Head of Parks" },
        due: { day: "2026-08-10", precision: "quarter" },
      }),
    );
    if (!answered.ok) throw new Error(answered.reason);
    const [row] = await ctx.db.select().from(commitments).where(eq(commitments.id, answered.id));
    expect(row).toMatchObject({ source: "response", dueDay: "2026-09-30", firstDueDay: "2026-09-30" });
    const effects = await listEffects(ctx, "official_response", ["response-1"]);
    expect(effects.get("response-1")).toEqual([{ kind: "commitment", id: answered.id }]);
  });

  test("gives each the next number and the same office to the same role", async () => {
    const owner = { organisationId: BRIDGES, role: "Head of Lamps" };
    const [one, two] = [
      await makeCommitment(ctx, { text: "Lamps will be mended.", source: minutes, owner }),
      await makeCommitment(ctx, { text: "Lamps will be lit.", source: minutes, owner }),
    ];
    if (!one.ok || !two.ok) throw new Error("not made");
    expect(two.number).toBe(one.number + 1);
    const offices = await ctx.db
      .select({ officeId: commitmentActs.officeId })
      .from(commitmentActs)
      .where(eq(commitmentActs.commitmentId, one.id));
    expect(offices).toEqual([{ officeId: expect.any(String) }]);
    const others = await ctx.db
      .select({ officeId: commitmentActs.officeId })
      .from(commitmentActs)
      .where(eq(commitmentActs.commitmentId, two.id));
    expect(offices).toEqual(others);
  });

  test("is for those who may promise for the place", async () => {
    const input = { text: "We will come back.", source: minutes, neighbourhoodId: CANALSIDE };
    expect(await makeCommitment(asAnyone(ctx), input)).toMatchObject({ reason: "not_allowed" });
    const elsewhere = asStaff(ctx, "neighbourhood_lead", HIGHDOWN);
    expect(await makeCommitment(elsewhere, input)).toMatchObject({ reason: "not_allowed" });
    const there = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
    expect(await makeCommitment(there, input)).toMatchObject({ ok: true });
  });

  test("refuses a date before it was said, one for an ambition, and a day to come", async () => {
    const said = { text: "Soon.", source: minutes, madeDay: "2026-05-20" };
    const due = { day: "2026-04-20", precision: "month" as const };
    expect(await makeCommitment(ctx, { ...said, due })).toMatchObject({
      fields: { due: [expect.any(String)] },
    });
    const ambition = { ...said, kind: "ambition" as const, due: { ...due, day: "2026-07-01" } };
    expect(await makeCommitment(ctx, ambition)).toMatchObject({ fields: { due: [expect.any(String)] } });
    const tomorrow = { ...said, madeDay: "2026-06-02" };
    expect(await makeCommitment(ctx, tomorrow)).toMatchObject({ fields: { madeDay: [expect.any(String)] } });
  });

  test("is for good: neither it nor its first date nor its history can be taken away", async () => {
    const due = { day: "2026-07-01", precision: "day" as const };
    const made = await makeCommitment(ctx, { text: "By July.", source: minutes, due });
    if (!made.ok) throw new Error(made.reason);
    const mine = eq(commitments.id, made.id);
    const attempt = (work: (ctx: Ctx) => Promise<unknown>) =>
      write(ctx, { locks: ["*"] }, async (ctx) => {
        await work(ctx);
        return { ok: true };
      });
    await expect(
      attempt((ctx) => ctx.db.delete(commitmentActs).where(eq(commitmentActs.commitmentId, made.id))),
    ).rejects.toThrow();
    await expect(attempt((ctx) => ctx.db.delete(commitments).where(mine))).rejects.toThrow();
    await expect(
      attempt((ctx) => ctx.db.update(commitments).set({ firstDueDay: "2026-08-01" }).where(mine)),
    ).rejects.toThrow();
  });
});
