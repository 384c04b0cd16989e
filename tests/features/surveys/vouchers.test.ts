import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "~/db/tables/platform";
import { surveyDays, surveyResponses } from "~/db/tables/surveys-responses";
import { surveyVoucherBatches, surveyVouchers } from "~/db/tables/surveys-vouchers";
import { answerPage } from "~/features/surveys/answer-page.server";
import { beginForSomebody } from "~/features/surveys/begin-for-somebody.server";
import { bringVoucher } from "~/features/surveys/bring-voucher.server";
import { closeSurvey } from "~/features/surveys/close-survey.server";
import { discardSurvey } from "~/features/surveys/discard-survey.server";
import { editSurvey } from "~/features/surveys/edit-survey.server";
import { exportVouchers } from "~/features/surveys/export-vouchers.server";
import { makeVouchers } from "~/features/surveys/make-vouchers.server";
import { findSurveyRow } from "~/features/surveys/read.server";
import { getVouchers, readVoucher } from "~/features/surveys/read-vouchers.server";
import { sayWho } from "~/features/surveys/say-who.server";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, at } from "../../support/factories";
import { aSurvey, surveyTyped } from "../../support/surveys";

let ctx: Ctx;
let someone: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  someone = asAnyone(ctx);
});

const asking = (change: Record<string, unknown> = {}) => ({ typed: { asksVoucher: "yes", ...change } });

async function someVouchers(slug: string, count = 3): Promise<string[]> {
  const made = await makeVouchers(ctx, { slug, typed: { count: String(count) } });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return (await exportVouchers(ctx, { slug, batch: made.batch }))?.codes ?? [];
}

/** Brings a voucher and answers all of the hall's questions, up to the sending. */
async function answered(slug: string, voucher: string, words: string): Promise<string> {
  const brought = await bringVoucher(someone, { slug, voucher, code: null });
  if (!brought.ok) throw new Error(brought.reason);
  const { code } = brought;
  const step = (page: string, posted: Record<string, string>) =>
    answerPage(someone, { slug, page, posted, code, move: { back: false, fromCheck: false } });
  await step("use", { use: "no" });
  await step("words", { words });
  await step("trust", {});
  return code;
}
const send = (slug: string, code: string) =>
  sendAnswers(someone, { slug, code, submissionId: randomUUID(), locale: "en" });

describe("a survey that asks for a voucher", () => {
  test("takes nobody without one, and says which code is wrong", async () => {
    const { slug } = await aSurvey(ctx, asking());
    await someVouchers(slug);
    const posted = { use: "no" };
    const move = { back: false, fromCheck: false };
    expect(await answerPage(someone, { slug, page: "use", posted, move, code: null })).toMatchObject({
      reason: "voucher",
    });
    for (const voucher of ["", "AAAA", "AAAA-BBBB", "'; drop table"]) {
      expect(await bringVoucher(someone, { slug, voucher, code: null })).toEqual({
        ok: false,
        reason: "wrong",
      });
    }
    const { slug: open } = await aSurvey(ctx);
    expect(await bringVoucher(someone, { slug: open, voucher: "AAAA-BBBB", code: null })).toMatchObject({
      reason: "missing",
    });
    expect(await makeVouchers(ctx, { slug: open, typed: { count: "5" } })).toMatchObject({
      fields: { count: [expect.stringContaining("asks for no voucher")] },
    });
  });

  test("makes codes that can be read out, typed in any way, and printed again", async () => {
    const { slug } = await aSurvey(ctx, asking());
    const codes = await someVouchers(slug, 200);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NPRSTUVWXY2-9]{4}-[A-HJ-NPRSTUVWXY2-9]{4}$/);
    const [code = ""] = codes;
    expect(readVoucher(` ${code.toLowerCase().replace("-", " ")} `)).toBe(code);
    const { batches } = await getVouchers(ctx, (await findSurveyRow(ctx, { slug }))?.id ?? "");
    expect((await exportVouchers(ctx, { slug, batch: batches[0]?.id ?? "" }))?.codes).toEqual(codes);
    expect(await exportVouchers(someone, { slug, batch: batches[0]?.id ?? "" })).toBeNull();
    expect(await makeVouchers(someone, { slug, typed: { count: "5" } })).toMatchObject({ ok: false });
    for (const count of ["", "0", "501", "many"]) {
      expect(await makeVouchers(ctx, { slug, typed: { count } })).toMatchObject({
        fields: { count: [expect.stringContaining("from 1 to 500")] },
      });
    }
  });

  test("takes one response a voucher, however many come with it at once", async () => {
    const { id, slug } = await aSurvey(ctx, asking());
    const [voucher = "", other = ""] = await someVouchers(slug);
    const drafts = await Promise.all(
      Array.from({ length: 8 }, (_, n) => answered(slug, voucher, `words ${n}`)),
    );
    const sent = await Promise.all(drafts.map((code) => send(slug, code)));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.filter((one) => !one.ok && one.reason === "voucher")).toHaveLength(7);
    expect((await findSurveyRow(ctx, { id }))?.received).toBe(1);
    expect(await bringVoucher(someone, { slug, voucher, code: null })).toEqual({ ok: false, reason: "used" });
    // Whoever came too late keeps their answers and can send them with another voucher.
    const late = drafts[sent.findIndex(({ ok }) => !ok)] ?? "";
    expect(await bringVoucher(someone, { slug, voucher: other, code: late })).toMatchObject({
      ok: true,
      code: late,
    });
    expect(await send(slug, late)).toEqual({ ok: true, already: false });
    expect(await getVouchers(ctx, id)).toMatchObject({ made: 3, used: 2 });
    await closeSurvey({ ...ctx, now: at("2026-10-01T00:00") }, { id });
    const rows = await ctx.db.select().from(surveyResponses).where(eq(surveyResponses.surveyId, id));
    expect(rows).toHaveLength(2);
  });

  test("keeps of a voucher only that it was used: no time, no order, no response", async () => {
    const { id, slug } = await aSurvey(ctx, asking());
    const codes = await someVouchers(slug, 40);
    const kept = () => ctx.db.select().from(surveyVouchers).where(eq(surveyVouchers.surveyId, id));
    const before = await kept();
    expect(Object.keys(before[0] ?? {}).sort()).toEqual(["hash", "surveyId", "used"]);
    for (const code of codes.slice(0, 12)) await send(slug, await answered(slug, code, `says ${code}`));
    const after = await kept();
    expect(after.map(({ hash }) => hash).sort()).toEqual(before.map(({ hash }) => hash).sort());
    expect(after.filter(({ used }) => used)).toHaveLength(12);
    // No code stands anywhere, and acts know only how many were made.
    for (const code of codes) expect(JSON.stringify([after, await batchesOf(id)])).not.toContain(code);
    const acts = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(acts.filter(({ act }) => act === "surveys.vouchers_made").map(({ detail }) => detail)).toEqual([
      { count: 40 },
    ]);
    expect(acts.map(({ act }) => act)).not.toContain("surveys.answered");
  });

  const batchesOf = (id: string) =>
    ctx.db.select().from(surveyVoucherBatches).where(eq(surveyVoucherBatches.surveyId, id));

  test("takes one from somebody on the phone too, who is helped", async () => {
    const { slug, id } = await aSurvey(ctx, asking());
    const [voucher = ""] = await someVouchers(slug);
    const begun = await beginForSomebody(ctx, { slug, channel: "phone" });
    if (!begun.ok) throw new Error(begun.reason);
    const { code } = begun;
    const step = (page: string, posted: Record<string, string>) =>
      answerPage(ctx, { slug, page, posted, code, move: { back: false, fromCheck: false } });
    expect(await step("use", { use: "no" })).toMatchObject({ ok: false, reason: "voucher" });
    expect(await bringVoucher(ctx, { slug, voucher, code })).toEqual({ ok: true, code });
    await step("use", { use: "no" });
    await step("words", { words: "A ramp" });
    await step("trust", {});
    expect(await send(slug, code)).toMatchObject({ ok: true });
    const days = await ctx.db.select().from(surveyDays).where(eq(surveyDays.surveyId, id));
    expect(days).toMatchObject([{ channel: "phone", count: 1 }]);
    expect(await bringVoucher(someone, { slug, voucher, code: null })).toMatchObject({ reason: "used" });
  });

  test("asks for the voucher before the name, and stays as it was published", async () => {
    const { slug } = await aSurvey(ctx, asking({ anonymity: "linked" }));
    const [voucher = ""] = await someVouchers(slug);
    const typed = { name: "Amara Osei", email: "" };
    expect(await sayWho(someone, { slug, typed, code: null })).toMatchObject({ reason: "voucher" });
    const brought = await bringVoucher(someone, { slug, voucher, code: null });
    const code = brought.ok ? brought.code : null;
    expect(await sayWho(someone, { slug, typed, code })).toMatchObject({ ok: true, code });
    expect(await editSurvey(ctx, { slug, typed: surveyTyped({ anonymity: "linked" }) })).toMatchObject({
      fields: { asksVoucher: [expect.any(String)] },
    });
  });

  test("goes with its vouchers when the draft is deleted", async () => {
    const { id, slug } = await aSurvey(ctx, { ...asking(), publish: false });
    await someVouchers(slug, 5);
    expect(await discardSurvey(ctx, { slug })).toEqual({ ok: true });
    expect(await ctx.db.select().from(surveyVouchers).where(eq(surveyVouchers.surveyId, id))).toEqual([]);
    expect(await batchesOf(id)).toEqual([]);
  });
});
