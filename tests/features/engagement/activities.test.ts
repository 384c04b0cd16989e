import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { addRep } from "~/features/engagement/add-rep.server";
import { announceActivity } from "~/features/engagement/announce-activity.server";
import { cancelActivity } from "~/features/engagement/cancel-activity.server";
import { considerAnswers } from "~/features/engagement/consider-answers.server";
import { createActivity } from "~/features/engagement/create-activity.server";
import { discardActivity } from "~/features/engagement/discard-activity.server";
import { editActivity } from "~/features/engagement/edit-activity.server";
import { finishActivity } from "~/features/engagement/finish-activity.server";
import { missingToDecide, missingToOpen } from "~/features/engagement/gate";
import { medianOf } from "~/features/engagement/median";
import { openActivity } from "~/features/engagement/open-activity.server";
import { rateActivity } from "~/features/engagement/rate-activity.server";
import {
  findActivity,
  findActivityRow,
  findConsultation,
  getPeriods,
  listActivities,
  listActivitySlugs,
  listForFeed,
  tallyRatings,
} from "~/features/engagement/read.server";
import { listForStaff, listLate } from "~/features/engagement/read-staff.server";
import { rebuildActivitySearch } from "~/features/engagement/rebuild-search.server";
import { recordDecision } from "~/features/engagement/record-decision.server";
import { removeRep } from "~/features/engagement/remove-rep.server";
import { isOpenForAnswers } from "~/features/engagement/rules";
import { setOutActivity } from "~/features/engagement/set-out-activity.server";
import { setPeriods } from "~/features/engagement/set-periods.server";
import { createAccount } from "~/features/people/create-account.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import {
  activityTyped,
  anActivity,
  aPlan,
  consideredTyped,
  decisionTyped,
  getActivity,
  parts,
} from "../../support/engagement";
import { aBorough, aHouse, asAnyone, asStaff, at, CANALSIDE, HIGHDOWN } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  await aPlan(ctx);
  await setPeriods(asSystem(ctx, "tests"), {
    typed: { advisoryDays: "84", staffDays: "30", staffRule: "HR policy 7" },
  });
});

const on = (ctx: Ctx, wall: string): Ctx => ({ ...ctx, now: at(wall) });
const found = async (words: string) => (await findByWords(ctx.db, words)).map((entry) => entry.path);
const outcome = (change = {}) => ({
  whatHappened: "Sixty people came.",
  achievedLevel: "5",
  ...change,
});

describe("an activity", () => {
  test("is a draft that only staff see, then stands on the page and in search", async () => {
    const draft = await anActivity(ctx, { title: "Kites for the green", stage: "draft" });
    expect(await findActivity(asAnyone(ctx), draft.slug)).toBeNull();
    expect(await findActivity(asStaff(ctx, "analyst"), draft.slug)).not.toBeNull();
    expect(await found("kites green")).toEqual([]);
    expect(await announceActivity(asStaff(ctx), draft)).toEqual({ ok: true, already: false });
    expect(await announceActivity(asStaff(ctx), draft)).toEqual({ ok: true, already: true });
    expect(await findActivity(asAnyone(ctx), draft.slug)).not.toBeNull();
    expect(await found("kites green")).toEqual(["/engagement/kites-for-the-green"]);
    expect(await discardActivity(asStaff(ctx), draft)).toEqual({ ok: false, reason: "announced" });
  });

  test("has an address of its own, and none that a staff page needs", async () => {
    const [one, two] = [
      await anActivity(ctx, { title: "Outreach" }),
      await anActivity(ctx, { title: "Outreach" }),
    ];
    expect([one.slug, two.slug]).toEqual(["outreach-2", "outreach-3"]);
    expect((await anActivity(ctx, { title: "New" })).slug).toBe("new-activity");
  });

  test("can't be planned as coercion, belongs to a plan, is led by somebody and ends after it begins", async () => {
    const make = (change: object) => createActivity(asStaff(ctx), { typed: activityTyped({ ...change }) });
    expect(await make({ plannedLevel: "1" })).toMatchObject({
      fields: { plannedLevel: ["Choose how much say people are meant to have"] },
    });
    expect(await make({ plan: "nowhere" })).toMatchObject({
      fields: { plan: ["Choose a plan from the list"] },
    });
    expect(await make({ lead: "role:resident" })).toMatchObject({
      fields: { lead: ["Choose who leads it"] },
    });
    expect(await make({ lead: "account:nobody" })).toMatchObject({
      fields: { lead: ["Choose somebody who works here now"] },
    });
    expect(await make({ closesDay: "2026-05-31" })).toMatchObject({
      fields: { closesDay: ["The last day must not be before the first"] },
    });
    expect(await make({ opensDay: "2026-02-30" })).toMatchObject({
      fields: { opensDay: ["Enter the first day"] },
    });
  });

  test("does not open before it says what is at stake, and says each thing that is missing", async () => {
    const one = await anActivity(ctx, { stage: "planned" });
    const refused = await openActivity(asStaff(ctx), one);
    expect(refused).toMatchObject({ ok: false, reason: "not_ready" });
    const missing = refused.ok || refused.reason !== "not_ready" ? [] : refused.missing;
    expect(missing.map(({ part, field }) => `${part}.${field}`)).toEqual([
      "stake.decisionAtStake",
      "stake.canChange",
      "stake.cannotChange",
      "stake.whatChanges",
      "stake.whatStays",
    ]);
    expect((await getActivity(ctx, one.slug)).state).toBe("planned");
    await setOutActivity(asStaff(ctx), { slug: one.slug, part: "stake", typed: parts.stake });
    expect(await openActivity(asStaff(ctx), one)).toEqual({ ok: true, already: false });
  });

  test("belongs to those who organise there", async () => {
    const one = await anActivity(ctx, { neighbourhood: "canalside", stage: "set_out" });
    const here = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
    const elsewhere = asStaff(ctx, "neighbourhood_lead", HIGHDOWN);
    for (const act of [openActivity, announceActivity] as const) {
      expect(await act(asAnyone(ctx), one)).toEqual({ ok: false, reason: "missing" });
      expect(await act(asStaff(ctx, "org_contact"), one)).toEqual({ ok: false, reason: "missing" });
      expect(await act(elsewhere, one)).toEqual({ ok: false, reason: "not_allowed" });
    }
    const move = { slug: one.slug, typed: activityTyped({ neighbourhood: "highdown" }) };
    expect(await editActivity(here, move)).toMatchObject({
      fields: { neighbourhood: ["Choose a neighbourhood that you organise activities for"] },
    });
    expect(await openActivity(here, one)).toMatchObject({ ok: true });
  });

  test("that is called off says why; a draft is thrown away instead", async () => {
    const draft = await anActivity(ctx, { stage: "draft", title: "Lantern walk" });
    expect(await cancelActivity(asStaff(ctx), { slug: draft.slug, typed: { reason: "Too wet." } })).toEqual({
      ok: false,
      reason: "draft",
    });
    expect(await discardActivity(asStaff(ctx), draft)).toEqual({ ok: true });
    expect(await findActivityRow(ctx, draft)).toBeNull();
    const open = await anActivity(ctx, { title: "Lantern evening" });
    expect(await cancelActivity(asStaff(ctx), { slug: open.slug, typed: { reason: "no" } })).toMatchObject({
      reason: "invalid",
    });
    expect(await cancelActivity(asStaff(ctx), { slug: open.slug, typed: { reason: "Too wet." } })).toEqual({
      ok: true,
    });
    expect(isOpenForAnswers(await getActivity(ctx, open.slug), ctx.now)).toBe(false);
    const [entry] = await findByWords(ctx.db, "lantern");
    expect(entry?.summary).toMatch(/^Cancelled\. /);
    const rebuilt = await rebuildActivitySearch(asSystem(ctx, "tests"));
    expect(rebuilt.entries).toBe((await listActivitySlugs(ctx)).length);
    expect(await findByWords(ctx.db, "lantern")).toEqual([entry]);
  });
});

describe("how much say people had", () => {
  test("is for the lead to say, once it has begun; co-production has to be shown", async () => {
    const one = await anActivity(ctx, { neighbourhood: "canalside", lead: "role:neighbourhood_lead" });
    const lead = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
    const finish = (who: Ctx, change = {}) => finishActivity(who, { slug: one.slug, typed: outcome(change) });
    expect(await finish(asStaff(ctx, "engagement_lead"))).toEqual({ ok: false, reason: "not_allowed" });
    expect(await finish(asStaff(ctx, "neighbourhood_lead", HIGHDOWN))).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await finish(asAnyone(ctx))).toEqual({ ok: false, reason: "missing" });
    expect(await finish(lead, { achievedLevel: "1" })).toMatchObject({
      fields: { achievedLevel: ["Choose how much say people had"] },
    });
    const unproved = await finish(lead, { achievedLevel: "7" });
    expect(unproved).toMatchObject({ reason: "invalid" });
    expect(Object.keys((unproved as { fields: object }).fields).sort()).toEqual(["inDecision", "inDelivery"]);
    const proof = { achievedLevel: "7", inDecision: "Four residents voted.", inDelivery: "They run it." };
    expect(await finish(lead, proof)).toEqual({ ok: true });
    expect(await getActivity(ctx, one.slug)).toMatchObject({ state: "done", achievedLevel: 7 });
    expect(await finish(lead)).toEqual({ ok: true });
    expect(await getActivity(ctx, one.slug)).toMatchObject({ achievedLevel: 5, inDecision: null });
  });

  test("is not said of what has not opened", async () => {
    const one = await anActivity(ctx, { stage: "set_out" });
    expect(await finishActivity(asStaff(ctx), { slug: one.slug, typed: outcome() })).toMatchObject({
      reason: "not_ready",
      missing: [{ part: "open" }],
    });
  });

  test("is rated by anyone who took part, coercion included, each form once", async () => {
    const one = await anActivity(ctx);
    const rate = (level: string, submissionId?: string, who = asAnyone(ctx)) =>
      rateActivity(who, { slug: one.slug, typed: { level }, submissionId });
    expect(await rate("8")).toMatchObject({ reason: "invalid" });
    expect(await rate("")).toMatchObject({ reason: "invalid" });
    expect(await rate("1", "a")).toEqual({ ok: true });
    expect(await rate("1", "a")).toEqual({ ok: true });
    expect(await rate("3", "a")).toEqual({ ok: true });
    expect(await rate("4")).toEqual({ ok: true });
    expect(medianOf(await tallyRatings(ctx, one.id))).toEqual({ n: 3, median: 3 });
    await cancelActivity(asStaff(ctx), { slug: one.slug, typed: { reason: "Nobody can come." } });
    expect(await rate("4")).toEqual({ ok: false, reason: "not_yet" });
    const draft = await anActivity(ctx, { stage: "draft" });
    expect(await rateActivity(asAnyone(ctx), { slug: draft.slug, typed: { level: "4" } })).toEqual({
      ok: false,
      reason: "missing",
    });
  });
});

describe("a staff consultation", () => {
  const staffTyped = { kind: "staff_consultation", title: "Rotas in the hall", closesDay: "2026-06-30" };

  test("answers the public like a missing one, everywhere; staff and its unions see it", async () => {
    const one = await anActivity(ctx, staffTyped);
    const rep = await createAccount(asSystem(ctx, "tests"), {
      name: "Una Pell",
      email: "una.pell@example.org",
      slug: "una-pell",
      blurb: null,
      participantId: null,
      invite: false,
    });
    if (!rep.ok) throw new Error("no account");
    const asRep: Ctx = { ...ctx, actor: { kind: "account", id: rep.id, name: "Una Pell", grants: [] } };
    const outsiders = [
      asAnyone(ctx),
      asRep,
      ...(["org_contact", "evaluator", "committee_member", "resident"] as const).map((role) =>
        asStaff(ctx, role),
      ),
    ];
    for (const who of outsiders) {
      expect(await findActivity(who, one.slug)).toBeNull();
      const list = await listActivities(who, { when: "coming" });
      expect(list.activities.map((row) => row.activity.slug)).not.toContain(one.slug);
      expect(await rateActivity(who, { slug: one.slug, typed: { level: "4" } })).toMatchObject({
        reason: "missing",
      });
      expect(await listForStaff(who, { page: 1 })).toMatchObject({ total: 0 });
    }
    expect(await found("rotas")).toEqual([]);
    expect(await listActivitySlugs(ctx)).not.toContain(one.slug);
    expect((await listForFeed(ctx)).map((row) => row.activity.slug)).not.toContain(one.slug);

    expect(
      await addRep(asStaff(ctx), { slug: one.slug, typed: { email: "no.one@example.org" } }),
    ).toMatchObject({
      reason: "invalid",
    });
    expect(
      await addRep(asStaff(ctx), { slug: one.slug, typed: { email: " Una.Pell@Example.org " } }),
    ).toEqual({
      ok: true,
    });
    expect(await findActivity(asRep, one.slug)).not.toBeNull();
    const theirs = (await listActivities(asRep, { when: "coming" })).activities.map(
      (row) => row.activity.slug,
    );
    expect(theirs).toContain(one.slug);
    const other = await anActivity(ctx, { ...staffTyped, title: "Rotas elsewhere" });
    expect(await findActivity(asRep, other.slug)).toBeNull();
    expect(await findActivity(asStaff(ctx, "moderator"), one.slug)).not.toBeNull();
    expect(await removeRep(asStaff(ctx), { slug: one.slug, accountId: rep.id })).toEqual({ ok: true });
    expect(await findActivity(asRep, one.slug)).toBeNull();
  });

  test("lasts as long as HR has set, and no reason shortens it", async () => {
    const one = await anActivity(ctx, { ...staffTyped, stage: "set_out", closesDay: "2026-06-29" });
    await setOutActivity(asStaff(ctx), {
      slug: one.slug,
      part: "time",
      typed: { timeReason: "We are in a hurry." },
    });
    expect(await openActivity(asStaff(ctx), one)).toMatchObject({
      missing: [{ part: "about", field: "closesDay" }],
    });
    const change = { slug: one.slug, typed: activityTyped({ ...staffTyped }) };
    expect(await editActivity(asStaff(ctx), change)).toEqual({ ok: true });
    expect(await openActivity(asStaff(ctx), one)).toEqual({ ok: true, already: false });
    expect(
      await editActivity(asStaff(ctx), {
        slug: one.slug,
        typed: activityTyped({ ...staffTyped, closesDay: "2026-06-20" }),
      }),
    ).toMatchObject({
      reason: "invalid",
    });
  });

  test("is refused a period by those whose it is not to set", async () => {
    const typed = { advisoryDays: "10", staffDays: "1", staffRule: "Mine" };
    expect(await setPeriods(asStaff(ctx, "engagement_lead"), { typed })).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await setPeriods(asStaff(ctx, "admin"), { typed: { ...typed, staffRule: "" } })).toMatchObject({
      fields: { staffRule: ["Say where HR has set it, such as the name and date of the policy"] },
    });
    expect(await getPeriods(ctx)).toMatchObject({ advisoryDays: 84, staffDays: 30 });
  });
});

describe("a formal consultation", () => {
  const formal = { kind: "consultation", title: "The hall" };

  test("goes from asking to deciding in order, and not otherwise", async () => {
    const { slug } = await anActivity(ctx, formal);
    const decide = (who: Ctx, change = {}) =>
      recordDecision(who, { slug, typed: { ...decisionTyped, ...change } });
    const consider = (who: Ctx, change = {}) =>
      considerAnswers(who, { slug, typed: { ...consideredTyped, ...change } });
    const open = on(asStaff(ctx), "2026-09-30T23:30");
    expect(await consider(open)).toEqual({ ok: false, reason: "still_open" });
    expect(await decide(open)).toMatchObject({ reason: "not_ready" });
    const after = on(asStaff(ctx), "2026-10-10T10:00");
    expect(await decide(after)).toMatchObject({
      reason: "not_ready",
      missing: [{ part: "considered", field: "consideredHow" }, { field: "equalityReadBy" }],
    });
    expect(await finishActivity(after, { slug, typed: outcome() })).toMatchObject({
      missing: [{ part: "decision" }],
    });
    expect(await consider(after, { equalityReadBy: "" })).toMatchObject({ reason: "invalid" });
    expect(await consider(after, { equalityReadDay: "2026-10-11" })).toMatchObject({ reason: "invalid" });
    expect(await consider(after, { equalityReadDay: "2026-05-01" })).toMatchObject({ reason: "invalid" });
    expect(await decide(after)).toMatchObject({ reason: "not_ready" });
    expect(await consider(after)).toEqual({ ok: true });
    expect(await decide(after, { decidedDay: "2026-10-04" })).toMatchObject({
      fields: { decidedDay: ["The equality analysis must have been read by then: check the two days"] },
    });
    expect(await decide(after, { decidedDay: "2026-09-30" })).toMatchObject({ reason: "invalid" });
    expect(await decide(after, { decidedDay: "2026-10-11" })).toMatchObject({ reason: "invalid" });
    expect(await decide(asStaff(ctx, "team_member", CANALSIDE))).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await decide(after)).toEqual({ ok: true });
    expect(await decide(after)).toEqual({ ok: false, reason: "over" });
    expect(await consider(after)).toEqual({ ok: false, reason: "over" });
    expect(await finishActivity(after, { slug, typed: outcome() })).toEqual({ ok: true });
  });

  test("closes on its day: nothing moves the day once it has passed, nor what people answered", async () => {
    const { slug } = await anActivity(ctx, formal);
    const after = on(asStaff(ctx), "2026-10-01T00:00");
    const later = { slug, typed: activityTyped({ ...formal, closesDay: "2026-10-31" }) };
    expect(await editActivity(on(asStaff(ctx), "2026-09-30T23:00"), later)).toEqual({ ok: true });
    expect(
      await editActivity(on(asStaff(ctx), "2026-09-30T23:00"), { slug, typed: activityTyped(formal) }),
    ).toEqual({
      ok: true,
    });
    expect(isOpenForAnswers(await getActivity(ctx, slug), after.now)).toBe(false);
    expect(await editActivity(after, later)).toMatchObject({
      fields: { closesDay: ["Answers closed on their last day, so the days have to stay"] },
    });
    expect(await setOutActivity(after, { slug, part: "reasons", typed: parts.reasons })).toEqual({
      ok: false,
      reason: "over",
    });
    const slips = { ...parts.formative, decisionDay: "2026-12-01" };
    expect(await setOutActivity(after, { slug, part: "formative", typed: slips })).toEqual({ ok: true });
    expect((await listLate(on(after, "2026-12-02T09:00"))).map((one) => one.activity.slug)).toContain(slug);
  });

  test("keeps its kind once people know of it; a draft may still become something else", async () => {
    const { slug } = await anActivity(ctx, { ...formal, stage: "planned" });
    expect(await editActivity(asStaff(ctx), { slug, typed: activityTyped() })).toMatchObject({
      fields: { kind: ["People have been told what kind it is, so that has to stay"] },
    });
    const draft = await anActivity(ctx, { ...formal, stage: "draft" });
    expect(await editActivity(asStaff(ctx), { slug: draft.slug, typed: activityTyped() })).toEqual({
      ok: true,
    });
    expect(await findConsultation(ctx, draft.id)).toBeNull();
    expect(await editActivity(asStaff(ctx), { slug: draft.slug, typed: activityTyped(formal) })).toEqual({
      ok: true,
    });
    expect(await findConsultation(ctx, draft.id)).not.toBeNull();
  });

  test("whatever anybody does in whatever order: open only with its conditions, decided only when considered", async () => {
    const days = ["2026-06-01", "2026-07-15", "2026-09-30", "2026-10-01", "2026-10-10", "2026-11-20"];
    const step = fc.record({
      act: fc.constantFrom("open", "part", "edit", "consider", "decide", "finish", "cancel"),
      part: fc.constantFrom(...(Object.keys(parts) as (keyof typeof parts)[])),
      blank: fc.option(fc.nat(2)),
      closes: fc.constantFrom("2026-07-10", "2026-09-30", "2026-12-24"),
      read: fc.constantFrom(...days),
      wait: fc.boolean(),
    });
    let decided = 0;
    const from = fc.constantFrom("planned", "set_out", "open");
    await fc.assert(
      fc.asyncProperty(from, fc.array(step, { minLength: 8, maxLength: 30 }), async (stage, steps) => {
        const { slug, id } = await anActivity(ctx, { ...formal, stage });
        let day = 0;
        for (const { act, part, blank, closes, read, wait } of steps) {
          if (wait) day = Math.min(day + 1, days.length - 1);
          const who = on(asStaff(ctx), `${days[day]}T12:00`);
          const typed = Object.fromEntries(
            Object.entries(parts[part]).map(([name, value], n) => [name, n === blank ? "" : value]),
          );
          if (act === "open") await openActivity(who, { slug });
          if (act === "part") await setOutActivity(who, { slug, part, typed });
          if (act === "edit")
            await editActivity(who, { slug, typed: activityTyped({ ...formal, closesDay: closes }) });
          if (act === "consider")
            await considerAnswers(who, { slug, typed: { ...consideredTyped, equalityReadDay: read } });
          if (act === "decide")
            await recordDecision(who, { slug, typed: { ...decisionTyped, decidedDay: read } });
          if (act === "finish") await finishActivity(who, { slug, typed: outcome() });
          if (act === "cancel" && blank === 0)
            await cancelActivity(who, { slug, typed: { reason: "Called off." } });

          const now = await getActivity(ctx, slug);
          const consultation = await findConsultation(ctx, id);
          if (!consultation) throw new Error("Its conditions are gone.");
          if (now.openedAt) {
            const opened = dayOf(now.openedAt);
            expect(missingToOpen(now, consultation, await getPeriods(ctx), opened)).toEqual([]);
          } else expect(["planned", "cancelled"]).toContain(now.state);
          if (consultation.decidedDay) {
            expect(missingToDecide({ ...now, state: "open" }, consultation, dayOf(who.now))).toEqual([]);
            expect(consultation.decidedDay > now.closesDay).toBe(true);
            expect((consultation.equalityReadDay ?? "9") <= consultation.decidedDay).toBe(true);
          }
          if (now.state === "done") expect(consultation.decidedDay).not.toBeNull();
        }
        if ((await findConsultation(ctx, id))?.decidedDay) decided += 1;
      }),
      { numRuns: 30, seed: 2026 },
    );
    expect(decided).toBeGreaterThan(0);
  });
});
