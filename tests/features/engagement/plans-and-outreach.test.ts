import { beforeAll, describe, expect, test } from "vitest";
import { addElection } from "~/features/engagement/add-election.server";
import { addOutreachPerson } from "~/features/engagement/add-outreach-person.server";
import { createPlan } from "~/features/engagement/create-plan.server";
import { editOutreach } from "~/features/engagement/edit-outreach.server";
import { editPlan } from "~/features/engagement/edit-plan.server";
import { forgetOutreachPeople } from "~/features/engagement/forget-outreach-people.server";
import { findPlan, listElections, listPlanVersions } from "~/features/engagement/read.server";
import {
  countLateFollowUps,
  findOutreach,
  listOutreach,
  listOutreachPeople,
} from "~/features/engagement/read-outreach.server";
import { countPlan } from "~/features/engagement/read-staff.server";
import { recordOutreach } from "~/features/engagement/record-outreach.server";
import { removeElection } from "~/features/engagement/remove-election.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import { anActivity, aPlan, planTyped } from "../../support/engagement";
import { aBorough, aHouse, asAnyone, asStaff, CANALSIDE, HIGHDOWN, later } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  await aPlan(ctx);
});

describe("a plan", () => {
  test("keeps every version, with what changed and why", async () => {
    const made = await createPlan(asStaff(ctx), { typed: { ...planTyped, title: "Plan for 2027" } });
    if (!made.ok) throw new Error("no plan");
    const change = { ...planTyped, title: "Plan for 2027", objectives: "Hear from carers", reason: "" };
    expect(await editPlan(asStaff(ctx), { slug: made.slug, typed: change })).toMatchObject({
      fields: { reason: ["Say what changes and why: it stands beside the version"] },
    });
    const typed = { ...change, reason: "Carers told us that nobody asks them." };
    expect(await editPlan(asStaff(ctx), { slug: made.slug, typed })).toEqual({ ok: true, version: 2 });
    expect(await findPlan(ctx, made.slug)).toMatchObject({ version: 2, objectives: ["Hear from carers"] });
    const versions = await listPlanVersions(ctx, made.id);
    expect(versions.map((one) => [one.version, one.objectives, one.reason])).toEqual([
      [2, ["Hear from carers"], "Carers told us that nobody asks them."],
      [1, ["Hear from people who are less often heard", "Answer everyone"], ""],
    ]);
  });

  test("is for those who plan for the whole borough, and has its days in order", async () => {
    const typed = { ...planTyped, title: "Another" };
    expect(await createPlan(asAnyone(ctx), { typed })).toEqual({ ok: false, reason: "not_allowed" });
    expect(await createPlan(asStaff(ctx, "neighbourhood_lead", CANALSIDE), { typed })).toMatchObject({
      ok: false,
    });
    expect(await createPlan(asStaff(ctx), { typed: { ...typed, toDay: "2026-03-31" } })).toMatchObject({
      fields: { toDay: ["The last day must not be before the first"] },
    });
    expect(await createPlan(asStaff(ctx), { typed: { ...typed, objectives: " \n " } })).toMatchObject({
      reason: "invalid",
    });
  });

  test("counts its activities by where they stand", async () => {
    await anActivity(ctx, { stage: "draft" });
    await anActivity(ctx);
    const plan = await findPlan(ctx, "plan-for-2026");
    expect(await countPlan(ctx, plan?.id ?? "")).toMatchObject({
      draft: 1,
      open: 1,
      done: 0,
      all: 2,
      below: 0,
    });
  });
});

describe("pre-election periods", () => {
  test("are kept by those who set periods", async () => {
    const typed = { name: "Borough elections", fromDay: "2026-03-26", pollDay: "2026-05-07" };
    expect(await addElection(asStaff(ctx, "engagement_lead"), { typed })).toMatchObject({
      reason: "not_allowed",
    });
    expect(
      await addElection(asStaff(ctx, "admin"), { typed: { ...typed, pollDay: "2026-03-01" } }),
    ).toMatchObject({
      fields: { pollDay: ["The election must not be before the period begins"] },
    });
    const made = await addElection(asStaff(ctx, "admin"), { typed });
    expect(await listElections(ctx)).toMatchObject([typed]);
    expect(await removeElection(asStaff(ctx, "analyst"), { id: made.ok ? made.id : "" })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await removeElection(asStaff(ctx, "admin"), { id: made.ok ? made.id : "" })).toEqual({ ok: true });
    expect(await listElections(ctx)).toEqual([]);
  });
});

describe("the outreach log", () => {
  const visit = {
    day: "2026-05-30",
    place: "Coffee morning at the mosque",
    community: "Somali women",
    neighbourhood: "canalside",
    activity: "",
    headCount: "23",
    heard: "The letters are hard to read.",
    followUp: "",
    followUpDay: "",
    followedUpDay: "",
  };
  const person = { name: "Hodan", contact: "phone", phone: "020 7946 0123", email: "", agreed: "yes" };
  const record = async (change = {}) => {
    const made = await recordOutreach(asStaff(ctx), { typed: { ...visit, ...change } });
    if (!made.ok) throw new Error(JSON.stringify(made));
    return made.id;
  };

  test("counts heads apart from people who left their name", async () => {
    const id = await record();
    const before = await listOutreach(asStaff(ctx), {});
    expect(await addOutreachPerson(asStaff(ctx), { entryId: id, typed: person })).toEqual({ ok: true });
    const after = await listOutreach(asStaff(ctx), {});
    expect({ heads: after.heads, named: after.named }).toEqual({
      heads: before.heads,
      named: before.named + 1,
    });
    expect(after.entries.find((one) => one.entry.id === id)).toMatchObject({
      named: 1,
      entry: { headCount: 23 },
    });
    expect(await listOutreachPeople(ctx, id)).toMatchObject([{ name: "Hodan", phone: "020 7946 0123" }]);
  });

  test("notes no name that was not agreed to, and none without a way that works", async () => {
    const id = await record();
    const add = (change: object) =>
      addOutreachPerson(asStaff(ctx), { entryId: id, typed: { ...person, ...change } });
    expect(await add({ agreed: undefined })).toMatchObject({
      fields: { agreed: ["Only note a name when they agreed to it"] },
    });
    expect(await add({ contact: "email", email: "nobody" })).toMatchObject({ reason: "invalid" });
    expect(await add({ contact: "phone", phone: "12" })).toMatchObject({ reason: "invalid" });
    expect(await add({ contact: "none" })).toEqual({ ok: true });
    expect(await listOutreachPeople(ctx, id)).toMatchObject([{ contact: "none", phone: null }]);
  });

  test("is written by those who work there, about days that have been", async () => {
    const lead = asStaff(ctx, "team_member", HIGHDOWN);
    expect(await recordOutreach(lead, { typed: visit })).toMatchObject({
      fields: { neighbourhood: ["Choose a neighbourhood that you work in"] },
    });
    expect(await recordOutreach(asAnyone(ctx), { typed: visit })).toMatchObject({ ok: false });
    expect(await recordOutreach(asStaff(ctx), { typed: { ...visit, day: "2026-06-02" } })).toMatchObject({
      fields: { day: ["Write a visit down once it has been made"] },
    });
    expect(await recordOutreach(asStaff(ctx), { typed: { ...visit, headCount: "-1" } })).toMatchObject({
      reason: "invalid",
    });
    const id = await record();
    expect(await editOutreach(lead, { id, typed: visit })).toEqual({ ok: false, reason: "not_allowed" });
    expect(await editOutreach(asAnyone(ctx), { id, typed: visit })).toEqual({ ok: false, reason: "missing" });
    expect(await addOutreachPerson(lead, { entryId: id, typed: person })).toMatchObject({
      reason: "not_allowed",
    });
  });

  test("says what follows by when, and is late until it is done", async () => {
    expect(await recordOutreach(asStaff(ctx), { typed: { ...visit, followUp: "Ring back" } })).toMatchObject({
      fields: { followUpDay: ["Say by when it will be done"] },
    });
    const before = await countLateFollowUps(ctx);
    const id = await record({ followUp: "Ring back", followUpDay: "2026-05-31" });
    expect(await countLateFollowUps(ctx)).toBe(before + 1);
    expect((await listOutreach(asStaff(ctx), { late: true })).entries.map((one) => one.entry.id)).toContain(
      id,
    );
    const done = { ...visit, followUp: "Ring back", followUpDay: "2026-05-31", followedUpDay: "2026-06-01" };
    expect(await editOutreach(asStaff(ctx), { id, typed: done })).toEqual({ ok: true });
    expect(await countLateFollowUps(ctx)).toBe(before);
    expect((await findOutreach(ctx, id))?.entry.followedUpDay).toBe("2026-06-01");
  });

  test("forgets names twelve months later; that somebody left one stays counted", async () => {
    const id = await record({ day: "2025-05-30" });
    const recent = await record();
    for (const entryId of [id, recent]) await addOutreachPerson(asStaff(ctx), { entryId, typed: person });
    await expect(forgetOutreachPeople(asStaff(ctx, "admin"))).rejects.toThrow();
    const { people } = await forgetOutreachPeople(asSystem(ctx, "tests"));
    expect(people).toBe(1);
    expect(await listOutreachPeople(ctx, id)).toMatchObject([{ name: "", phone: null }]);
    expect(await listOutreachPeople(ctx, recent)).toMatchObject([{ name: "Hodan" }]);
    expect(await forgetOutreachPeople(later(asSystem(ctx, "tests"), 1))).toMatchObject({ people: 0 });
  });
});
