import { beforeAll, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { editDecision } from "~/features/appraisals/edit-decision.server";
import { linkDecision } from "~/features/appraisals/link-decision.server";
import { logDecision } from "~/features/appraisals/log-decision.server";
import {
  countDecisions,
  countOverdueDecisions,
  findDecision,
  listDates,
  listDecisions,
} from "~/features/appraisals/read-decisions.server";
import { redateDecision } from "~/features/appraisals/redate-decision.server";
import { isLate, standingOf } from "~/features/appraisals/rules";
import { settleDecision } from "~/features/appraisals/settle-decision.server";
import { withdrawDecision } from "~/features/appraisals/withdraw-decision.server";
import type { Ctx } from "~/platform/context.server";
import { listCauses } from "~/platform/links.server";
import { anAppraisal } from "../../support/appraisals";
import { aBorough, aHouse, asAnyone, asStaff, CANALSIDE, later } from "../../support/factories";

let ctx: Ctx;
let made = 0;

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const typed = (change: object = {}) => ({
  question: "Who pays for the minibus?",
  background: "The grant ends in the autumn.",
  options: "The council\nThe health board\nFares",
  decider: "Programme board",
  neighbourhood: "",
  dueDay: "2026-06-30",
  ...change,
});

async function aDecision(change: object = {}): Promise<string> {
  made += 1;
  const logged = await logDecision(asStaff(ctx), {
    typed: typed({ question: `Question ${made}`, ...change }),
  });
  if (!logged.ok) throw new Error(JSON.stringify(logged));
  return logged.slug;
}

const rowOf = async (slug: string) => (await findDecision(ctx, slug))?.decision ?? expect.fail("not there");
const DAY = 24;

test("a decision is open until its day is over, then overdue, then decided; late is late, however it was moved", async () => {
  const slug = await aDecision();
  expect(standingOf(await rowOf(slug), "2026-06-30")).toBe("open");
  expect(standingOf(await rowOf(slug), "2026-07-01")).toBe("overdue");
  const redate = (dueDay: string, reason = "The board meets later.") =>
    redateDecision(asStaff(ctx), { slug, typed: { dueDay, reason } });
  expect(await redate("2026-05-01")).toMatchObject({ fields: { dueDay: [expect.any(String)] } });
  expect(await redate("2026-07-31", "")).toMatchObject({ fields: { reason: [expect.any(String)] } });
  expect(await redate("2026-07-31")).toEqual({ ok: true });
  const [moved] = await listDates(ctx, (await rowOf(slug)).id);
  expect(moved).toMatchObject({
    fromDay: "2026-06-30",
    toDay: "2026-07-31",
    reason: "The board meets later.",
  });
  const july = later(asStaff(ctx), 50 * DAY);
  const outcome = { outcome: "The council pays.", reasons: "It is cheapest.", decidedDay: "2026-07-20" };
  expect(await settleDecision(asStaff(ctx), { slug, typed: outcome })).toMatchObject({
    fields: { decidedDay: [expect.any(String)] },
  });
  expect(await settleDecision(july, { slug, typed: outcome })).toEqual({ ok: true });
  const row = await rowOf(slug);
  expect(row.firstDueDay).toBe("2026-06-30");
  expect(isLate(row)).toBe(true);
  expect(await settleDecision(july, { slug, typed: outcome })).toEqual({ ok: false, reason: "over" });
  expect(await redate("2026-09-01")).toEqual({ ok: false, reason: "over" });
});

test("what nobody needs to decide any more says why, and stays in the log", async () => {
  const slug = await aDecision();
  expect(await withdrawDecision(asStaff(ctx), { slug, typed: { reason: "" } })).toMatchObject({
    reason: "invalid",
  });
  const reason = "The grant was renewed.";
  expect(await withdrawDecision(asStaff(ctx), { slug, typed: { reason } })).toEqual({ ok: true });
  expect(await rowOf(slug)).toMatchObject({ withdrawnReason: reason, withdrawnDay: "2026-06-01" });
  expect(
    (await listDecisions(ctx, { standing: "withdrawn" })).decisions.map((one) => one.decision.slug),
  ).toContain(slug);
});

test("two options at least, a day to come, and nobody but those who organise there", async () => {
  expect(await logDecision(asStaff(ctx), { typed: typed({ options: "Only one" }) })).toMatchObject({
    fields: { options: ["Enter two options or more, one a line"] },
  });
  expect(await logDecision(asStaff(ctx), { typed: typed({ dueDay: "2026-05-31" }) })).toMatchObject({
    fields: { dueDay: [expect.any(String)] },
  });
  const lead = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
  expect(await logDecision(lead, { typed: typed() })).toEqual({ ok: false, reason: "not_allowed" });
  expect(await logDecision(lead, { typed: typed({ neighbourhood: "canalside" }) })).toMatchObject({
    ok: true,
  });
  const slug = await aDecision();
  expect(await editDecision(asAnyone(ctx), { slug, typed: typed() })).toEqual({
    ok: false,
    reason: "missing",
  });
  expect(await editDecision(lead, { slug, typed: typed() })).toEqual({ ok: false, reason: "not_allowed" });
});

test("counts and lists agree, and overdue ones come first", async () => {
  const slug = await aDecision({ dueDay: "2026-06-02" });
  const after = later(ctx, 5 * DAY);
  const counts = await countDecisions(after);
  for (const standing of ["open", "overdue", "decided", "withdrawn"] as const)
    expect((await listDecisions(after, { standing })).total).toBe(counts[standing]);
  expect(counts.open + counts.overdue + counts.decided + counts.withdrawn).toBe(counts.all);
  expect(await countOverdueDecisions(after)).toBe(counts.overdue);
  expect((await listDecisions(after)).decisions[0]?.decision.slug).toBe(slug);
});

test("changed words are found, and links to what it came of are made and taken back", async () => {
  const slug = await aDecision();
  await editDecision(asStaff(ctx), { slug, typed: typed({ question: "Who feeds the axolotl?" }) });
  expect(await findByWords(ctx.db, "axolotl", { limit: 5 })).toMatchObject([
    { kind: "decision", path: `/decisions/${slug}` },
  ]);
  const { id } = await rowOf(slug);
  const link = { slug, thing: { kind: "event", id: "some-event" }, side: "cause" as const };
  await linkDecision(asStaff(ctx), link);
  expect((await listCauses(ctx, "decision", [id])).get(id)).toEqual([link.thing]);
  await linkDecision(asStaff(ctx), { ...link, takeAway: true });
  expect((await listCauses(ctx, "decision", [id])).size).toBe(0);
});

test("the decision of an appraisal is settled there and nowhere else", async () => {
  await anAppraisal(ctx, { question: "Where shall the lamp stand?" });
  const [found] = await findByWords(ctx.db, "lamp stand", { limit: 5 }).then((all) =>
    all.filter(({ kind }) => kind === "decision"),
  );
  const slug = found?.path.split("/").at(-1) ?? "";
  const outcome = { outcome: "Here.", reasons: "Why not.", decidedDay: "2026-06-01" };
  expect(await settleDecision(asStaff(ctx), { slug, typed: outcome })).toEqual({ ok: false, reason: "over" });
  expect(await withdrawDecision(asStaff(ctx), { slug, typed: { reason: "Just because" } })).toEqual({
    ok: false,
    reason: "over",
  });
});
