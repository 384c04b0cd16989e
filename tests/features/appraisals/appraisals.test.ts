import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { appraisals } from "~/db/tables/appraisals";
import { appraiserScores } from "~/db/tables/appraisals-scores";
import { auditEvents } from "~/db/tables/platform";
import { changeWeights } from "~/features/appraisals/change-weights.server";
import { closeScoring } from "~/features/appraisals/close-scoring.server";
import { correctAppraisal } from "~/features/appraisals/correct-appraisal.server";
import { createAppraisal } from "~/features/appraisals/create-appraisal.server";
import { discardAppraisal } from "~/features/appraisals/discard-appraisal.server";
import { editAppraisal } from "~/features/appraisals/edit-appraisal.server";
import { findingsOf } from "~/features/appraisals/findings";
import { openScoring } from "~/features/appraisals/open-scoring.server";
import { publishAppraisal } from "~/features/appraisals/publish-appraisal.server";
import { putOption } from "~/features/appraisals/put-option.server";
import { putScores } from "~/features/appraisals/put-scores.server";
import {
  type AppraisalRow,
  findAppraisal,
  findAppraisalRow,
  findSettled,
  listCorrections,
  listCriteria,
  listOptions,
  listWeightChanges,
} from "~/features/appraisals/read.server";
import { findDecisionRow } from "~/features/appraisals/read-decisions.server";
import { countScores, findGiven, listGiven, phoneKey } from "~/features/appraisals/read-scores.server";
import { rebuildAppraisalSearch } from "~/features/appraisals/rebuild-search.server";
import { recordDecision } from "~/features/appraisals/record-decision.server";
import { removeOption } from "~/features/appraisals/remove-option.server";
import { setCriteria } from "~/features/appraisals/set-criteria.server";
import { typeScores } from "~/features/appraisals/type-scores.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import { listEffects } from "~/platform/links.server";
import {
  aClosedAppraisal,
  anAppraisal,
  appraisalTyped,
  criteriaTyped,
  optionTyped,
  scored,
  scoresTyped,
} from "../../support/appraisals";
import { aBorough, aHouse, asAnyone, asStaff, CANALSIDE, HIGHDOWN } from "../../support/factories";

let ctx: Ctx;

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const rowOf = async (slug: string) => (await findAppraisalRow(ctx, { slug })) as AppraisalRow;
const TEN = Array.from({ length: 10 }, (_, n) =>
  scoresTyped(n < 8 ? "resident" : "staff", "543 321 222", n < 6 ? "B" : "A"),
);

const settled = (option = "") => ({
  option,
  decision: "The drop-in moves to the library.",
  reasons: "It was scored highest, and people can reach it.",
  conditions: "It stays open on Fridays\nA kettle is bought",
  dissent: "Two people of the board wanted the church hall.",
  equalityTitle: "Equality analysis of the drop-in",
  equalityLink: "https://papers.example.org/drop-in",
  equalityReadBy: "Programme board",
  equalityReadDay: "2026-05-30",
  decidedDay: "2026-06-01",
});

describe("setting it up", () => {
  test("a draft answers the public like a missing one, and staff of another neighbourhood can't make one", async () => {
    const { slug } = await anAppraisal(ctx, { stage: "draft", question: "A draft of ours" });
    expect(await findAppraisal(asAnyone(ctx), slug)).toBeNull();
    expect(await findAppraisal(asStaff(ctx), slug)).not.toBeNull();
    const lead = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
    expect(await createAppraisal(lead, { typed: appraisalTyped({ neighbourhood: "highdown" }) })).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(
      await createAppraisal(lead, { typed: appraisalTyped({ neighbourhood: "canalside" }) }),
    ).toMatchObject({
      ok: true,
    });
    expect(await discardAppraisal(asStaff(ctx, "neighbourhood_lead", HIGHDOWN), { slug })).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await discardAppraisal(asStaff(ctx), { slug })).toEqual({ ok: true });
    expect(await findAppraisalRow(ctx, { slug })).toBeNull();
  });

  test("a cost is known with two numbers, or not yet with the day it is expected", async () => {
    const { slug } = await anAppraisal(ctx, { stage: "draft" });
    const put = (change: Record<string, string>) =>
      putOption(ctx, { slug, id: null, typed: optionTyped("Tent", change) });
    expect(await put({ costLow: "ten" })).toMatchObject({ fields: { costLow: [expect.any(String)] } });
    expect(await put({ costHigh: "9,000" })).toMatchObject({ fields: { costHigh: [expect.any(String)] } });
    expect(await put({ cost: "not_yet" })).toMatchObject({
      fields: { costExpectedDay: [expect.any(String)] },
    });
    expect(await put({ cost: "not_yet", costExpectedDay: "2026-09-30" })).toMatchObject({ ok: true });
    const [library, , , tent] = await listOptions(ctx, (await rowOf(slug)).id);
    expect([library?.costLow, library?.costHigh]).toEqual([1_200_000, 1_500_000]);
    expect(tent).toMatchObject({ position: 4, costLow: null, costExpectedDay: "2026-09-30" });
    expect(await put({})).toMatchObject({ fields: { title: ["Another option has that name"] } });
    await removeOption(ctx, { slug, id: library?.id ?? "" });
    const left = await listOptions(ctx, (await rowOf(slug)).id);
    expect(left.map(({ position, title }) => [position, title])).toEqual([
      [1, "Church hall"],
      [2, "Old shop"],
      [3, "Tent"],
    ]);
  });

  test("weights add up to 100, also those of a kind", async () => {
    const { slug } = await anAppraisal(ctx, { stage: "draft" });
    const set = (change: Record<string, string>) => setCriteria(ctx, { slug, typed: criteriaTyped(change) });
    expect(await set({ "weight-1": "40" })).toMatchObject({
      fields: { "weight-1": ["The weights add up to 90: they have to make 100"] },
    });
    expect(await set({ "resident-1": "60", "resident-2": "30" })).toMatchObject({
      fields: { "resident-1": ["Residents: enter a weight for each criterion, or for none"] },
    });
    expect(await set({ "resident-1": "60", "resident-2": "30", "resident-3": "10" })).toEqual({ ok: true });
  });

  test("scoring can't open without options, criteria and who agreed them, and says what is missing", async () => {
    const made = await createAppraisal(ctx, { typed: appraisalTyped() });
    if (!made.ok) throw new Error();
    expect(await openScoring(ctx, { slug: made.slug })).toMatchObject({
      reason: "not_ready",
      missing: [{ text: "Add two options or more" }, { text: "Add two criteria or more" }],
    });
  });
});

describe("scoring", () => {
  test("a phone scores once and can change it; the same form twice is one", async () => {
    const { id, code } = await anAppraisal(ctx);
    const put = (word: string, token = "my-phone") =>
      putScores(asAnyone(ctx), { code, typed: scoresTyped("resident", word, "A"), token, limitBy: null });
    await put("543 321 222");
    await put("543 321 222");
    await put("000 321 22-");
    expect(await countScores(ctx, id)).toEqual({ resident: 1, voluntary: 0, staff: 0, all: 1 });
    const mine = await findGiven(ctx, phoneKey(ctx, id, "my-phone"));
    const [library] = await listOptions(ctx, id);
    expect(Object.values(mine?.scores[library?.id ?? ""] ?? {})).toEqual([0, 0, 0]);
    expect(mine?.could).toEqual([library?.id]);
  });

  test("fifty phones at once are fifty sets of scores", async () => {
    const { id, code } = await anAppraisal(ctx);
    const typed = scoresTyped("resident", "543 321 222");
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        putScores(asAnyone(ctx), { code, typed, token: `phone ${n % 25}`, limitBy: null }),
      ),
    );
    expect((await countScores(ctx, id)).all).toBe(25);
  });

  test("a wrong code, a score of 6, no kind and nothing at all are refused", async () => {
    const { code } = await anAppraisal(ctx);
    const put = (typed: ReturnType<typeof scoresTyped>, at = code) =>
      putScores(asAnyone(ctx), { code: at, typed, token: "x", limitBy: null });
    expect(await put(scoresTyped("resident", "543"), "WRONG1")).toEqual({ ok: false, reason: "missing" });
    expect(await put(scoresTyped("resident", "643"))).toMatchObject({
      fields: { "A-1": [expect.any(String)] },
    });
    expect(await put(scoresTyped("", "543"))).toMatchObject({ fields: { kind: [expect.any(String)] } });
    expect(await put(scoresTyped("resident", ""))).toMatchObject({ fields: { "A-1": [expect.any(String)] } });
  });

  test("staff type sheets of paper, are told which number to write on them, and correct one by it", async () => {
    const { id, slug } = await anAppraisal(ctx);
    const helper = asStaff(ctx, "team_member");
    const type = (sheet: number | null, word: string) =>
      typeScores(helper, { slug, sheet, typed: scoresTyped("voluntary", word, "b", ["B c"]) });
    expect(await type(null, "543 321 222")).toEqual({ ok: true, sheet: 1 });
    expect(await type(null, "111 111 111")).toEqual({ ok: true, sheet: 2 });
    expect(await type(1, "000 000 000")).toEqual({ ok: true, sheet: 1 });
    expect(await type(7, "000 000 000")).toEqual({ ok: false, reason: "missing" });
    expect((await countScores(ctx, id)).voluntary).toBe(2);
    expect((await listGiven(ctx, id)).every(({ could }) => could.length === 2)).toBe(true);
    expect(await typeScores(asAnyone(ctx), { slug, sheet: null, typed: {} })).toMatchObject({
      reason: "missing",
    });
  });

  test("when scoring closes the code is gone, and nothing but the kind lies beside scores", async () => {
    const { id, slug, code } = await anAppraisal(ctx);
    for (const typed of TEN) await scored(ctx, code, typed);
    const before = await ctx.db.select().from(appraiserScores).where(eq(appraiserScores.appraisalId, id));
    expect(await closeScoring(asStaff(ctx), { slug })).toEqual({ ok: true, people: 10 });
    const after = await ctx.db.select().from(appraiserScores).where(eq(appraiserScores.appraisalId, id));
    expect(after).toHaveLength(10);
    expect(after.every(({ key }) => key === null)).toBe(true);
    const known = new Set(before.map((row) => row.id));
    expect(after.some((row) => known.has(row.id))).toBe(false);
    const late = { code, typed: scoresTyped("resident", "555"), token: "late", limitBy: null };
    expect(await putScores(asAnyone(ctx), late)).toEqual({ ok: false, reason: "missing" });
  });

  test("the record says that scoring closed, and nothing of single scores", async () => {
    const { id, slug, code } = await anAppraisal(ctx);
    for (const typed of TEN) await scored(ctx, code, typed);
    await closeScoring(ctx, { slug });
    const acts = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(acts.map(({ act }) => act).filter((act) => /scor/.test(act))).toEqual([
      "appraisals.scoring_opened",
      "appraisals.scoring_closed",
    ]);
  });

  test("weights are locked; changing one needs a reason, and what it was stays to be read", async () => {
    const { id, slug } = await anAppraisal(ctx);
    expect(await setCriteria(ctx, { slug, typed: criteriaTyped() })).toEqual({ ok: false, reason: "over" });
    const typed = { "weight-1": "40", "weight-2": "40", "weight-3": "20", reason: "" };
    expect(await changeWeights(ctx, { slug, typed })).toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
    const reason = "The hall asked for it with one voice.";
    expect(await changeWeights(ctx, { slug, typed: { ...typed, reason } })).toEqual({ ok: true });
    expect((await listCriteria(ctx, id)).map(({ weight }) => weight)).toEqual([40, 40, 20]);
    expect(await listWeightChanges(ctx, id)).toMatchObject([
      { reason, before: [50, 30, 20], after: [40, 40, 20] },
    ]);
  });
});

describe("the result", () => {
  test("can't be published without people, method and next step, and says so in sentences", async () => {
    const few = await aClosedAppraisal(ctx, TEN.slice(0, 7), { method: "", nextStep: "" });
    const refused = await publishAppraisal(ctx, { slug: few.slug });
    expect(refused).toMatchObject({ ok: false, reason: "not_ready" });
    if (refused.ok || refused.reason !== "not_ready") throw new Error();
    expect(refused.missing.map(({ text }) => text)).toEqual([
      "Say how many people scored: numbers of fewer than 8 are not published",
      "Say how it was done: the method",
      "Say what happens next: the next step",
    ]);
  });

  test("is kept as it was published, leads into the decision log, and is found by words", async () => {
    const { id, slug } = await aClosedAppraisal(ctx, TEN, { question: "Where shall the quokka live?" });
    const [library] = await listOptions(ctx, id);
    expect(await recordDecision(asStaff(ctx), { slug, typed: settled(library?.id) })).toEqual({ ok: true });
    expect(await findDecisionRow(ctx, (await rowOf(slug)).decisionId ?? "")).toMatchObject({ outcome: null });
    expect(await publishAppraisal(asStaff(ctx), { slug })).toEqual({ ok: true });
    const row = await rowOf(slug);
    expect(row.result?.people).toBe(10);
    if (!row.result) throw new Error();
    const found = findingsOf(row.result, []);
    expect(found.agreed.totals).toEqual([430, 230, 200]);
    expect(found.preferred).toEqual([]);
    expect(await findDecisionRow(ctx, row.decisionId ?? "")).toMatchObject({
      outcome: "The drop-in moves to the library.",
      decidedDay: "2026-06-01",
    });
    expect((await listEffects(ctx, "appraisal", [id])).get(id)).toEqual([
      { kind: "decision", id: row.decisionId },
    ]);
    const words = async () =>
      (await findByWords(ctx.db, "quokka", { limit: 9 })).map(({ kind }) => kind).sort();
    expect(await words()).toEqual(["appraisal", "decision"]);
    await rebuildAppraisalSearch(asSystem(ctx, "tests"));
    expect(await words()).toEqual(["appraisal", "decision"]);
  });

  test("changes after publication only by a correction with a note, and never in its numbers", async () => {
    const { id, slug } = await aClosedAppraisal(ctx, TEN);
    await publishAppraisal(ctx, { slug });
    const before = (await rowOf(slug)).result;
    expect(await editAppraisal(ctx, { slug, typed: appraisalTyped() })).toEqual({
      ok: false,
      reason: "over",
    });
    const reason = "No longer";
    expect(
      await changeWeights(ctx, {
        slug,
        typed: { "weight-1": "34", "weight-2": "33", "weight-3": "33", reason },
      }),
    ).toEqual({ ok: false, reason: "over" });
    const typed = {
      method: "Everybody scored on paper.",
      nextStep: "The board decides on 1 July.",
      nextStepDay: "2026-07-01",
    };
    expect(await correctAppraisal(ctx, { slug, typed: { ...typed, note: "" } })).toMatchObject({
      fields: { note: [expect.any(String)] },
    });
    const note = "Nobody scored by phone that day.";
    expect(await correctAppraisal(ctx, { slug, typed: { ...typed, note } })).toEqual({ ok: true });
    expect(await listCorrections(ctx, id)).toMatchObject([
      { note, before: { method: "Everybody in the hall scored each place by each criterion." } },
    ]);
    expect((await rowOf(slug)).result).toEqual(before);
  });

  test("a decision needs the equality analysis that was read, before it was taken, and is written once", async () => {
    const { id, slug } = await aClosedAppraisal(ctx, TEN);
    await publishAppraisal(ctx, { slug });
    const record = (change: object) => recordDecision(ctx, { slug, typed: { ...settled(), ...change } });
    expect(await record({ equalityTitle: "" })).toMatchObject({
      fields: { equalityTitle: [expect.any(String)] },
    });
    expect(await record({ equalityReadDay: "2026-06-02" })).toMatchObject({
      fields: { equalityReadDay: [expect.any(String)] },
    });
    expect(await record({ decidedDay: "2026-06-02" })).toMatchObject({
      fields: { decidedDay: [expect.any(String)] },
    });
    expect(await record({})).toEqual({ ok: true });
    expect(await findSettled(ctx, id)).toMatchObject({
      conditions: ["It stays open on Fridays", "A kettle is bought"],
    });
    expect(await record({ decision: "Something else." })).toEqual({ ok: false, reason: "over" });
  });

  test("nothing of a result is kept before it is published", async () => {
    const { slug } = await aClosedAppraisal(ctx, TEN);
    const [row] = await ctx.db.select().from(appraisals).where(eq(appraisals.slug, slug));
    expect(row?.result).toBeNull();
  });
});
