import { beforeAll, describe, expect, it } from "vitest";
import { env } from "~/db/env.server";
import { accounts } from "~/db/tables/people";
import { askToSignIn } from "~/features/people/ask-to-sign-in.server";
import { endAllSessions, endSession, endSessionOf } from "~/features/people/end-session.server";
import { forgetOldSignIns } from "~/features/people/forget-old-sign-ins.server";
import { signInByCode, signInByLink } from "~/features/people/sign-in.server";
import { signInAsDemoPerson } from "~/features/people/sign-in-as-demo-person.server";
import { openHouse } from "~/platform/house.server";
import { listSessions, sessionOf } from "~/platform/session.server";
import { acts, mailTo, requestWith, smallWorld, system, type World, wayIn } from "./support";

let world: World;
let visitors = 0;
const visitor = () => {
  visitors += 1;
  return `10.1.0.${visitors}`;
};
const visit = { browser: "Firefox on Linux", replaces: null };
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

beforeAll(async () => {
  world = await smallWorld();
  openHouse(world.store);
});

async function asked(email: string, before = ""): Promise<string> {
  const done = await askToSignIn(world.ctx(), { email, visitor: visitor(), asked: before, goOn: null });
  if (!done.ok) throw new Error(done.reason);
  return done.asked;
}

const byCode = (code: string, note: string, more: { visitor?: string; now?: Date } = {}) =>
  signInByCode(world.ctx(undefined, more.now), {
    code,
    asked: note,
    visitor: more.visitor ?? visitor(),
    visit,
  });

describe("signing in by link", () => {
  it("opens a session once, whichever browser it is opened in", async () => {
    const helen = await world.person("Helen Pike", "engagement_lead");
    await asked("helen.pike@example.org");
    const { token } = await wayIn(world, "helen.pike@example.org");
    const signed = await signInByLink(world.ctx(), { token, visit });
    if (!signed.ok) throw new Error(signed.reason);
    expect(signed).toMatchObject({ accountId: helen.id, needsSecondFactor: true });
    expect(await sessionOf(requestWith(signed.cookie))).toMatchObject({
      userId: helen.id,
      secondFactorAt: null,
    });
    expect(await signInByLink(world.ctx(), { token, visit })).toEqual({ ok: false, reason: "over" });
    expect(await acts(world, helen.id)).toContain("people.signed_in");
  });

  it("lets only one of twenty at once in", async () => {
    await world.person("Busy Person");
    await asked("busy.person@example.org");
    const { token } = await wayIn(world, "busy.person@example.org");
    const tries = Array.from({ length: 20 }, () => signInByLink(world.ctx(), { token, visit }));
    expect((await Promise.all(tries)).filter((one) => one.ok)).toHaveLength(1);
  });

  it("is over after ten minutes, and takes every other link along when one was used", async () => {
    await world.person("Late Person");
    const note = await asked("late.person@example.org");
    const first = await wayIn(world, "late.person@example.org");
    expect(await signInByLink(world.ctx(undefined, inMinutes(10)), { token: first.token, visit })).toEqual({
      ok: false,
      reason: "over",
    });
    await asked("late.person@example.org", note);
    const second = await wayIn(world, "late.person@example.org");
    expect((await signInByLink(world.ctx(), { token: second.token, visit })).ok).toBe(true);
    expect(await signInByLink(world.ctx(), { token: first.token, visit })).toMatchObject({ ok: false });
    expect(await byCode(first.code, note)).toEqual({ ok: false, reason: "over" });
  });

  it("asks people without a staff role for nothing more, and ends the session it takes the place of", async () => {
    await world.person("Amara Osei", "resident");
    await asked("amara.osei@example.org");
    const first = await signInByLink(world.ctx(), {
      token: (await wayIn(world, "amara.osei@example.org")).token,
      visit,
    });
    if (!first.ok) throw new Error(first.reason);
    expect(first.needsSecondFactor).toBe(false);
    expect(first.cookie).toContain("Max-Age=2592000");
    const session = await sessionOf(requestWith(first.cookie));
    await asked("amara.osei@example.org");
    const again = { browser: "Firefox on Linux", replaces: session?.id ?? null };
    const { token } = await wayIn(world, "amara.osei@example.org");
    expect((await signInByLink(world.ctx(), { token, visit: again })).ok).toBe(true);
    expect(await sessionOf(requestWith(first.cookie))).toBeNull();
  });

  it("refuses what was never a token", async () => {
    for (const token of ["", "x", "A".repeat(43), "'; drop table accounts; --"]) {
      expect(await signInByLink(world.ctx(), { token, visit })).toEqual({ ok: false, reason: "over" });
    }
  });
});

describe("signing in by code", () => {
  it("works in the browser that asked, typed any way", async () => {
    const priya = await world.person("Priya Nadar");
    const note = await asked("priya.nadar@example.org");
    const { code } = await wayIn(world, "priya.nadar@example.org");
    const typed = ` ${code.toLowerCase().replace(" ", "-")} `;
    expect(await byCode(typed, note)).toMatchObject({ ok: true, accountId: priya.id });
    expect(await byCode(typed, note)).toEqual({ ok: false, reason: "over" });
  });

  it("works nowhere else, without the browser's note or with another's", async () => {
    await world.person("Carl Innes", "data_protection");
    await asked("carl.innes@example.org");
    const { code } = await wayIn(world, "carl.innes@example.org");
    expect(await byCode(code, "")).toEqual({ ok: false, reason: "over" });
    const others = await asked("someone.else@example.org");
    expect(await byCode(code, others)).toMatchObject({ ok: false, reason: "wrong" });
  });

  it("counts wrong codes and then lets only the link in; an unknown address answers the same", async () => {
    await world.person("Bryn Castle", "moderator");
    const note = await asked("bryn.castle@example.org");
    const nobody = await asked("bryn.nobody@example.org");
    const { token, code } = await wayIn(world, "bryn.castle@example.org");
    for (const triesLeft of [4, 3, 2, 1]) {
      const wrong = { ok: false, reason: "wrong", triesLeft };
      expect(await byCode("AAAAAA", note)).toEqual(wrong);
      expect(await byCode("AAAAAA", nobody)).toEqual(wrong);
    }
    expect(await byCode("AAAAAA", note)).toEqual({ ok: false, reason: "over" });
    expect(await byCode("AAAAAA", nobody)).toEqual({ ok: false, reason: "over" });
    expect(await byCode(code, note)).toEqual({ ok: false, reason: "over" });
    expect((await signInByLink(world.ctx(), { token, visit })).ok).toBe(true);
  });

  it("counts every wrong code of many at once", async () => {
    await world.person("Dr Mina Holt", "evaluator");
    const note = await asked("dr.mina.holt@example.org");
    const tries = Array.from({ length: 12 }, () => byCode("AAAAAA", note));
    const answers = await Promise.all(tries);
    expect(answers.filter((one) => !one.ok && one.reason === "wrong")).toHaveLength(4);
    const { code } = await wayIn(world, "dr.mina.holt@example.org");
    expect(await byCode(code, note)).toEqual({ ok: false, reason: "over" });
  });

  it("lets a visitor try only so often", async () => {
    const note = await asked("limits@example.org");
    const from = "192.0.2.44";
    for (let n = 0; n < 40; n += 1) await byCode("AAAAAA", note, { visitor: from });
    expect(await byCode("AAAAAA", note, { visitor: from })).toEqual({ ok: false, reason: "too_many" });
  });
});

describe("signing in as a person of the demonstration", () => {
  it("gives the second factor along, and is refused outside the demonstration", async () => {
    const tomasz = await world.person("Tomasz Wren", ["neighbourhood_lead", world.canalside]);
    const input = { slug: "tomasz-wren", visit };
    expect(await signInAsDemoPerson(world.ctx(), input)).toEqual({ ok: false, reason: "missing" });
    const settings = env as { DEMO: boolean };
    settings.DEMO = true;
    try {
      expect(await signInAsDemoPerson(world.ctx(), input)).toEqual({ ok: false, reason: "missing" });
      await world.store.transact([], (tx) => tx.update(accounts).set({ blurb: "Runs Canalside." }));
      const signed = await signInAsDemoPerson(world.ctx(), input);
      if (!signed.ok) throw new Error(signed.reason);
      expect(signed).toMatchObject({ accountId: tomasz.id, needsSecondFactor: false });
      expect((await sessionOf(requestWith(signed.cookie)))?.secondFactorAt).toBeInstanceOf(Date);
    } finally {
      settings.DEMO = false;
    }
  });
});

describe("signing out", () => {
  it("ends this browser, another one of one's own, or all; never somebody else's", async () => {
    const deja = await world.person("Deja Morrison", ["team_member", world.canalside]);
    const other = await world.person("Other Person");
    for (let n = 0; n < 3; n += 1) {
      await asked("deja.morrison@example.org");
      const { token } = await wayIn(world, "deja.morrison@example.org");
      await signInByLink(world.ctx(), { token, visit });
    }
    const [first, second, third] = await listSessions(world.ctx(), deja.id);
    if (!first || !second || !third) throw new Error("three sessions");
    const foreign = { accountId: deja.id, sessionId: first.id };
    expect(await endSessionOf(world.ctx(other), foreign)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await endAllSessions(world.ctx(other), { accountId: deja.id })).toMatchObject({ ok: false });
    const sneaky = { accountId: other.id, sessionId: first.id };
    expect(await endSessionOf(world.ctx(other), sneaky)).toEqual({ ok: false, reason: "over" });
    expect((await endSessionOf(world.ctx(deja), foreign)).ok).toBe(true);
    const own = { id: second.id, userId: deja.id, secondFactorAt: null };
    expect(await endSession(world.ctx(other), own)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await endSession(world.ctx(deja), own)).toMatchObject({
      ok: true,
      cookie: expect.stringContaining("Max-Age=0"),
    });
    expect(await listSessions(world.ctx(), deja.id)).toHaveLength(1);
    expect((await endAllSessions(world.ctx(deja), { accountId: deja.id })).ok).toBe(true);
    expect(await listSessions(world.ctx(), deja.id)).toEqual([]);
  });
});

describe("forgetting old ways in", () => {
  it("deletes them and the messages that carried them, once they are over", async () => {
    await world.person("Forgotten Person");
    await asked("forgotten.person@example.org");
    await asked("forgotten.nobody@example.org");
    await forgetOldSignIns(system(world));
    expect(await mailTo(world, "forgotten.person@example.org")).toHaveLength(1);
    const later = inMinutes(11);
    expect((await forgetOldSignIns(system(world, later))).forgotten).toBeGreaterThan(1);
    expect(await mailTo(world, "forgotten.person@example.org")).toEqual([]);
    expect(await mailTo(world, "")).toEqual([]);
    expect((await forgetOldSignIns(system(world, later))).forgotten).toBe(0);
  });
});
