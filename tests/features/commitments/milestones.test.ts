import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { addMilestoneDate } from "~/features/commitments/add-milestone-date.server";
import { editMilestone } from "~/features/commitments/edit-milestone.server";
import { milestoneFigures } from "~/features/commitments/figures.server";
import { medianOf } from "~/features/commitments/median";
import {
  barOf,
  frameOf,
  isInConflict,
  type Need,
  slipOf,
  wouldCircle,
} from "~/features/commitments/milestone";
import { actualWords, forecastWords, slipOfWords, spanWords } from "~/features/commitments/milestone-shown";
import { moveMilestone } from "~/features/commitments/move-milestone.server";
import { planMilestone } from "~/features/commitments/plan-milestone.server";
import { findMilestone, listMilestoneIds } from "~/features/commitments/read-milestones.server";
import { rebuildCommitmentSearch } from "~/features/commitments/rebuild-search.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { aBorough, aHouse, asAnyone, asStaff } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const about = (change = {}) => ({
  title: "Hub opens",
  plan: "Business case",
  phase: "Phase 1",
  condition: "",
  learningNeeded: "",
  effectOnPartners: "",
  neighbourhood: "",
  needs: [],
  baselineFrom: "2026-04-01",
  baselineTo: "2026-04-30",
  ...change,
});
const planned = async (change = {}) => {
  const made = await planMilestone(asStaff(ctx), { typed: about(change) });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.slug;
};
const moved = (change = {}) => ({
  status: "under_way",
  forecastFrom: "",
  forecastTo: "",
  actualDay: "",
  reason: "Builders.",
  ...change,
});

describe("a milestone", () => {
  test("keeps its baseline whatever moves, and each move with its reason", async () => {
    const slug = await planned();
    const forecast = moved({ forecastFrom: "2026-05-01", forecastTo: "2026-05-30" });
    expect(await moveMilestone(asStaff(ctx), { slug, typed: forecast })).toEqual({ ok: true });
    const reached = moved({
      status: "reached",
      actualDay: "2026-05-29",
      forecastFrom: "2026-05-01",
      forecastTo: "2026-05-30",
    });
    expect(await moveMilestone(asStaff(ctx), { slug, typed: reached })).toEqual({ ok: true });
    const found = await findMilestone(ctx, slug);
    expect(found?.milestone).toMatchObject({
      baselineTo: "2026-04-30",
      status: "reached",
      actualDay: "2026-05-29",
    });
    expect(found?.acts.map((act) => act.status)).toEqual(["planned", "under_way", "reached"]);
    expect(found && slipOf(found.milestone)).toBe(29);
    expect((await findByWords(ctx.db, "hub opens")).map((one) => one.path)).toContain(`/milestones/${slug}`);
  });

  test("is found again when search is rebuilt", async () => {
    const slug = await planned({ title: "Damson hub opens" });
    const { length } = await listMilestoneIds(ctx);
    expect(await rebuildCommitmentSearch(ctx)).toEqual({ ok: true, entries: length });
    expect((await findByWords(ctx.db, "damson")).map((one) => one.path)).toEqual([`/milestones/${slug}`]);
  });

  test("is not reached in days to come, nor without a day, nor by a visitor", async () => {
    const slug = await planned({ title: "Second hub" });
    const bad = async (change: object) => moveMilestone(asStaff(ctx), { slug, typed: moved(change) });
    expect(await bad({ status: "reached" })).toMatchObject({ fields: { actualDay: [expect.any(String)] } });
    expect(await bad({ status: "reached", actualDay: "2026-06-02" })).toMatchObject({
      fields: { actualDay: [expect.any(String)] },
    });
    expect(await bad({ forecastFrom: "2026-06-02" })).toMatchObject({
      fields: { forecastTo: [expect.any(String)] },
    });
    expect(await bad({ reason: "" })).toMatchObject({ fields: { reason: [expect.any(String)] } });
    expect(await moveMilestone(asAnyone(ctx), { slug, typed: moved() })).toMatchObject({ reason: "missing" });
    expect(await planMilestone(asStaff(ctx, "team_member"), { typed: about() })).toMatchObject({
      reason: "not_allowed",
    });
  });

  test("shows dates of several papers side by side and says when they can't all be right", async () => {
    const slug = await planned({ title: "Costs agreed" });
    const paper = async (change: object) =>
      addMilestoneDate(asStaff(ctx), {
        slug,
        typed: {
          source: "Minutes",
          link: "",
          statedDay: "2026-01-10",
          fromDay: "2026-04-01",
          toDay: "2026-04-30",
          ...change,
        },
      });
    await paper({});
    await paper({ source: "Programme plan", fromDay: "2026-04-20", toDay: "2026-05-10" });
    expect(isInConflict((await findMilestone(ctx, slug))?.dates ?? [])).toBe(false);
    await paper({ source: "Letter of the board", fromDay: "2026-09-01", toDay: "2026-09-30" });
    const found = await findMilestone(ctx, slug);
    expect(found?.dates).toHaveLength(3);
    expect(isInConflict(found?.dates ?? [])).toBe(true);
    expect((await milestoneFigures(ctx)).inConflict).toBe(1);
    // The board brings its own letter up to date: the two no longer contradict, and all four stay.
    await paper({
      source: "Letter of the board",
      statedDay: "2026-05-01",
      fromDay: "2026-04-25",
      toDay: "2026-05-01",
    });
    const settled = await findMilestone(ctx, slug);
    expect(settled?.dates).toHaveLength(4);
    expect(isInConflict(settled?.dates ?? [])).toBe(false);
    expect(await paper({ statedDay: "2026-06-02" })).toMatchObject({
      fields: { statedDay: [expect.any(String)] },
    });
  });

  test("never comes to need itself", async () => {
    const [a, b, c] = [
      await planned({ title: "A" }),
      await planned({ title: "B" }),
      await planned({ title: "C" }),
    ];
    const needs = async (slug: string, ...needs: string[]) =>
      editMilestone(asStaff(ctx), { slug, typed: about({ title: slug, needs }) });
    expect(await needs(a, b)).toEqual({ ok: true });
    expect(await needs(b, c)).toEqual({ ok: true });
    expect(await needs(c, a)).toMatchObject({ fields: { needs: [expect.any(String)] } });
    expect(await needs(c, c)).toMatchObject({ fields: { needs: [expect.any(String)] } });
    expect((await findMilestone(ctx, b))?.neededBy.map((one) => one.slug)).toEqual([a]);
  });
});

test("a net of needs that grows only where it makes no circle has none", () => {
  const pair = fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => ({ milestoneId: `m${a}`, needsId: `m${b}` }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (tried) => {
      const net: Need[] = [];
      for (const need of tried) {
        if (!wouldCircle(need.milestoneId, [need.needsId], net)) net.push(need);
      }
      // Taking away what needs nothing, again and again, leaves nothing: the net can be done in an order.
      let left = net;
      for (let before = -1; before !== left.length; ) {
        before = left.length;
        left = left.filter(({ needsId }) => left.some((other) => other.milestoneId === needsId));
      }
      expect(left).toEqual([]);
    }),
  );
});

test("bars lie inside the picture, in the order of their days", () => {
  const frame = frameOf(["2025-02-10", "2026-08-01"]);
  expect(frame).toEqual({ fromDay: "2025-01-01", toDay: "2026-10-01" });
  const early = barOf({ fromDay: "2025-02-10", toDay: "2025-03-10" }, frame);
  const late = barOf({ fromDay: "2026-08-01", toDay: "2026-08-01" }, frame);
  expect(early.x).toBeGreaterThanOrEqual(0);
  expect(early.x + early.width).toBeLessThan(late.x);
  expect(late.x + late.width).toBeLessThanOrEqual(100);
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1])).toBe(2.5);
  expect(medianOf([])).toBeNull();
});

describe("in words", () => {
  const t = translator("en");
  const spanOf = (fromDay: string, toDay: string) => spanWords(t, { fromDay, toDay }, "en");

  test("whole months are months, also a February of 29 days, and nothing else is", () => {
    expect(spanOf("2026-04-01", "2026-04-30")).toBe("April 2026");
    expect(spanOf("2027-12-01", "2028-02-29")).toBe("December 2027 to February 2028");
    expect(spanOf("2028-02-01", "2028-02-28")).toBe("1 February 2028 to 28 February 2028");
    expect(spanOf("2026-04-02", "2026-04-30")).toBe("2 April 2026 to 30 April 2026");
    expect(spanOf("2026-04-30", "2026-04-30")).toBe("30 April 2026");
  });

  test("what is reached or dropped is not waited for", () => {
    const none = { forecast: null, actualDay: null, slip: null };
    const reached = { ...none, status: "reached", actualDay: "2026-04-02", slip: -28 } as const;
    expect(forecastWords(t, reached, "en")).toBe("Reached");
    expect(actualWords(t, reached, "en")).toBe("2 April 2026");
    const dropped = { ...none, status: "dropped" } as const;
    expect(forecastWords(t, dropped, "en")).toBe("Dropped");
    expect(actualWords(t, dropped, "en")).toBe("Dropped");
    expect(slipOfWords(t, dropped)).toBe("Dropped");
    const planned = { ...none, status: "planned" } as const;
    expect(forecastWords(t, planned, "en")).toBe("Not yet known");
    expect(actualWords(t, planned, "en")).toBe("Not yet");
    expect(slipOfWords(t, planned)).toBe("Not yet known");
  });
});
