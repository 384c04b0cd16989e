import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { participants } from "~/db/tables/people";
import { auditEvents, messages } from "~/db/tables/platform";
import { surveyResponses, surveyTallies } from "~/db/tables/surveys-responses";
import { answerPage } from "~/features/surveys/answer-page.server";
import { exportResponses } from "~/features/surveys/export-responses.server";
import { may } from "~/features/surveys/may";
import { prepareExport } from "~/features/surveys/prepare-export.server";
import { findHeld } from "~/features/surveys/privacy.server";
import { findSurveyRow } from "~/features/surveys/read.server";
import { listLinked } from "~/features/surveys/read-linked.server";
import { sayWho } from "~/features/surveys/say-who.server";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import { typeSheet } from "~/features/surveys/type-sheet.server";
import { withdrawOwn, withdrawResponse } from "~/features/surveys/withdraw-response.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff } from "../../support/factories";
import { aColleague, recount, someSheets } from "../../support/paper";
import { aSurvey } from "../../support/surveys";

let ctx: Ctx;
let helen: Ctx;
let slug: string;
let id: string;

/** Somebody answers under their name, from the first page to the last. */
async function answered(name: string, email = "") {
  const who = asAnyone(ctx);
  const said = await sayWho(who, { slug, typed: { name, email }, code: null });
  if (!said.ok) throw new Error(said.reason);
  const move = { back: false, fromCheck: false };
  for (const [page, posted] of [
    ["use", { use: "no" }],
    ["words", { words: `Words of ${name}` }],
    ["trust", { trust: "4" }],
  ] as const) {
    await answerPage(who, { slug, page, posted: { ...posted }, move, code: said.code });
  }
  const sent = await sendAnswers(who, {
    slug,
    code: said.code,
    submissionId: `form of ${name}`,
    locale: "en",
  });
  expect(sent).toMatchObject({ ok: true });
}

const idOf = async (name: string) => (await listLinked(ctx, id, { name, after: "" })).rows[0]?.id ?? 0;
const inStep = async () => {
  const { tallies, counted, received, days, rows } = await recount(ctx, slug);
  expect(tallies).toEqual(counted);
  expect(received).toBe(days);
  expect(received).toBe(rows.length);
  return received;
};

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  helen = await aColleague(ctx, "Helen");
  ({ slug, id } = await aSurvey(helen, { typed: { anonymity: "linked" } }));
});

describe("answers under a name", () => {
  test("are found by name, in any case and page by page", async () => {
    for (const name of ["Amara Osei", "Leonard Tull", "José Álvarez"]) await answered(name);
    const found = await listLinked(ctx, id, { name: "jose alv", after: "" });
    expect(found.rows.map(({ name }) => name)).toEqual(["José Álvarez"]);
    const survey = await findSurveyRow(ctx, { id });
    const held = survey && (await findHeld(ctx, survey, { id: await idOf("amara") }));
    expect(held).toMatchObject({ name: "Amara Osei" });
    expect(held?.answers.map(({ words }) => words)).toEqual(["no", "Words of Amara Osei", "4"]);
  });

  test("are deleted with who gave them, counts and days in step; the record names nobody", async () => {
    const before = await inStep();
    const gone = await idOf("leonard");
    const [row] = await ctx.db.select().from(surveyResponses).where(eq(surveyResponses.id, gone));
    const typed = { reason: "asked" };
    expect(await withdrawResponse(asStaff(ctx, "analyst"), { slug, id: gone, typed })).toMatchObject({
      reason: "missing",
    });
    expect(await withdrawResponse(helen, { slug, id: gone, typed: {} })).toMatchObject({
      fields: { reason: ["Choose why"] },
    });
    // Whoever answers for people's data finds and deletes them too; whoever only counts does not.
    const officer = await aColleague(ctx, "Carl", "data_protection");
    const survey = await findSurveyRow(ctx, { id });
    expect(survey && [may.seeNames(officer.actor, survey), may.edit(officer.actor, survey)]).toEqual([
      true,
      false,
    ]);
    expect(await withdrawResponse(officer, { slug, id: gone, typed })).toEqual({ ok: true });
    expect(await withdrawResponse(helen, { slug, id: gone, typed })).toMatchObject({ reason: "missing" });
    expect(await inStep()).toBe(before - 1);
    expect(await idOf("leonard")).toBe(0);
    const [person] = await ctx.db
      .select()
      .from(participants)
      .where(eq(participants.id, row?.participantId ?? ""));
    expect(person).toMatchObject({ name: "", email: null });
    const told = JSON.stringify(await ctx.db.select().from(auditEvents));
    expect(told).toContain("surveys.withdrew");
    expect(told).not.toContain("Tull");
    expect(told).not.toContain(String(gone));
    expect(await ctx.db.select().from(surveyTallies).where(eq(surveyTallies.count, 0))).toEqual([]);
  });

  test("are taken back by the link that was mailed, once, and by no other", async () => {
    await answered("Priya Nadar", "priya@example.org");
    const mail = (await ctx.db.select().from(messages)).find(
      ({ recipient }) => recipient === "priya@example.org",
    );
    const link = /withdraw\/([\w-]{43})/.exec(JSON.stringify(mail))?.[1] ?? "";
    const before = await inStep();
    const forged = `${link.slice(0, -2)}AA`;
    expect(await withdrawOwn(asAnyone(ctx), { slug, link: forged })).toMatchObject({ reason: "missing" });
    const other = await aSurvey(helen, { typed: { anonymity: "linked", title: "Another" } });
    expect(await withdrawOwn(asAnyone(ctx), { slug: other.slug, link })).toMatchObject({ reason: "missing" });
    expect(await withdrawOwn(asAnyone(ctx), { slug, link })).toEqual({ ok: true });
    expect(await withdrawOwn(asAnyone(ctx), { slug, link })).toMatchObject({ reason: "missing" });
    expect(await inStep()).toBe(before - 1);
  });

  test("of a sheet can be typed again after they were deleted", async () => {
    const [code = ""] = await someSheets(helen, slug, 1);
    const typed = { sheet: code, receivedDay: "2026-06-01", name: "Ola Fenwick", "q-use": "1" };
    expect(await typeSheet(helen, { slug, batch: null, typed })).toMatchObject({ ok: true });
    expect(
      await withdrawResponse(helen, { slug, id: await idOf("ola"), typed: { reason: "not_theirs" } }),
    ).toEqual({
      ok: true,
    });
    expect(await typeSheet(helen, { slug, batch: null, typed: { ...typed, name: "" } })).toMatchObject({
      ok: true,
    });
    await inStep();
  });

  test("have the name in a file only where somebody may see it and asks for it", async () => {
    const csv = async (who: Ctx, names: string) => {
      const typed = { format: "csv", reason: "To invite people", names };
      const asked = await prepareExport(who, { slug, typed });
      if (!asked.ok) return asked.reason;
      return text((await exportResponses(who, { slug, id: asked.id }))?.body ?? Readable.from([]));
    };
    expect(await csv(helen, "yes")).toContain("Amara Osei");
    expect(await csv(helen, "")).not.toContain("Amara Osei");
    expect(await csv(await aColleague(ctx, "Yusuf", "analyst"), "yes")).toBe("not_allowed");
  });
});
