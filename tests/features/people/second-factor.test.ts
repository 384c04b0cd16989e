import { generateSync } from "otplib";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accounts, recoveryCodes } from "~/db/tables/people";
import { checkSecondFactor } from "~/features/people/check-second-factor.server";
import { confirmSecondFactor } from "~/features/people/confirm-second-factor.server";
import { makeRecoveryCodes } from "~/features/people/make-recovery-codes.server";
import { getSecondFactor } from "~/features/people/read-second-factor.server";
import { setUpSecondFactor } from "~/features/people/set-up-second-factor.server";
import { spendRecoveryCode } from "~/features/people/spend-recovery-code.server";
import type { Actor } from "~/platform/actor";
import { openHouse } from "~/platform/house.server";
import { type SignedIn, sessionOf, startSession } from "~/platform/session.server";
import { acts, mailTo, requestWith, smallWorld, type World } from "./support";

let world: World;
let helen: Extract<Actor, { kind: "account" }>;
let email: string;
let people = 0;

beforeAll(async () => {
  world = await smallWorld();
  openHouse(world.store);
});

beforeEach(async () => {
  people += 1;
  helen = await world.person(`Helen Pike ${people}`, "engagement_lead");
  email = `helen.pike.${people}@example.org`;
});

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const codeAt = (secret: string, at = new Date()) =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });

async function signedIn(secondFactor = false): Promise<SignedIn> {
  const beginning = { browser: "Firefox", isStaff: true, secondFactor };
  return mustBe(await sessionOf(requestWith(await startSession(world.ctx(), helen.id, beginning))));
}

function mustBe<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("It is not there.");
  return value;
}

async function begun(session: SignedIn): Promise<string> {
  expect(await setUpSecondFactor(world.ctx(helen), session)).toEqual({ ok: true });
  return mustBe((await getSecondFactor(world.ctx(), helen.id)).pending).key;
}

/** Sets the account's app up and returns its key and the session with the factor given. */
async function setUp(now?: Date): Promise<{ key: string; session: SignedIn }> {
  const session = await signedIn();
  const key = await begun(session);
  const done = await confirmSecondFactor(world.ctx(helen, now), { session, code: codeAt(key, now) });
  if (!done.ok) throw new Error(done.reason);
  return { key, session: mustBe(await sessionOf(requestWith(done.cookie))) };
}

const check = (session: SignedIn, code: string, now?: Date) =>
  checkSecondFactor(world.ctx(helen, now), { session, code });

describe("setting up the second factor", () => {
  it("counts only when a code has proved the key, and keeps the key sealed", async () => {
    const session = await signedIn();
    const key = await begun(session);
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(await getSecondFactor(world.ctx(), helen.id)).toMatchObject({ isNeeded: true, isSet: false });
    expect(JSON.stringify(await world.store.db.select().from(accounts))).not.toContain(key);
    const wrong = { ok: false, reason: "wrong" };
    expect(await confirmSecondFactor(world.ctx(helen), { session, code: "000000" })).toEqual(wrong);
    const done = await confirmSecondFactor(world.ctx(helen), { session, code: codeAt(key) });
    expect(done.ok).toBe(true);
    expect(await getSecondFactor(world.ctx(), helen.id)).toMatchObject({ isSet: true, pending: null });
    expect(await acts(world, helen.id)).toContain("people.second_factor_set");
    expect((await mailTo(world, email))[0]?.subject).toBe("Your second step was set up");
  });

  it("goes on under a new token and signs every other browser out", async () => {
    const elsewhere = await startSession(world.ctx(), helen.id, {
      browser: "Chrome",
      isStaff: true,
      secondFactor: false,
    });
    const session = await signedIn();
    const key = await begun(session);
    const done = await confirmSecondFactor(world.ctx(helen), { session, code: codeAt(key) });
    if (!done.ok) throw new Error(done.reason);
    expect(await sessionOf(requestWith(elsewhere))).toBeNull();
    expect(mustBe(await sessionOf(requestWith(done.cookie))).secondFactorAt).toBeInstanceOf(Date);
  });

  it("can't be begun or confirmed again by someone who has only the mailbox", async () => {
    const { key } = await setUp(inSeconds(-90));
    const onlyMailbox = await signedIn();
    expect(await setUpSecondFactor(world.ctx(helen), onlyMailbox)).toEqual({ ok: false, reason: "stale" });
    const owner = await signedIn(true);
    const next = await begun(owner);
    const attempt = { session: onlyMailbox, code: codeAt(next) };
    expect(await confirmSecondFactor(world.ctx(helen), attempt)).toEqual({ ok: false, reason: "stale" });
    expect((await check(onlyMailbox, codeAt(key))).ok).toBe(true);
  });

  it("keeps the old key until the new one is proved, and needs the factor given lately", async () => {
    const { key, session } = await setUp(inSeconds(-90));
    const later = inSeconds(31 * 60);
    expect(await setUpSecondFactor(world.ctx(helen, later), session)).toEqual({ ok: false, reason: "stale" });
    const next = await begun(session);
    expect(next).not.toBe(key);
    expect((await check(await signedIn(), codeAt(key))).ok).toBe(true);
    const owner = await signedIn(true);
    expect((await confirmSecondFactor(world.ctx(helen), { session: owner, code: codeAt(next) })).ok).toBe(
      true,
    );
    expect(await check(await signedIn(), codeAt(key, inSeconds(60)), inSeconds(60))).toMatchObject({
      ok: false,
    });
  });

  it("is nobody else's to change", async () => {
    const other = await world.person(`Other ${people}`, "admin");
    const session = await signedIn(true);
    expect(await setUpSecondFactor(world.ctx(other), session)).toEqual({ ok: false, reason: "stale" });
    expect(await makeRecoveryCodes(world.ctx(other), session)).toEqual({ ok: false, reason: "stale" });
  });
});

describe("giving the second factor", () => {
  it("takes no code twice, not even at once, and none from before the last one", async () => {
    const { key } = await setUp(inSeconds(-120));
    const session = await signedIn();
    const code = codeAt(key);
    const both = await Promise.all([check(session, code), check(await signedIn(), code)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(await check(await signedIn(), codeAt(key, inSeconds(-30)))).toEqual({
      ok: false,
      reason: "wrong",
    });
    expect((await check(await signedIn(), codeAt(key, inSeconds(30)), inSeconds(30))).ok).toBe(true);
  });

  it("lets a phone's clock be half a minute wrong, and no more", async () => {
    const { key } = await setUp(inSeconds(-300));
    expect((await check(await signedIn(), codeAt(key, inSeconds(-30)))).ok).toBe(true);
    expect(await check(await signedIn(), codeAt(key, inSeconds(90)))).toEqual({ ok: false, reason: "wrong" });
  });

  it("holds back after five tries in a quarter of an hour, even the right code", async () => {
    const { key } = await setUp(inSeconds(-3600));
    const session = await signedIn();
    for (let n = 0; n < 5; n += 1) expect(await check(session, "000000")).toMatchObject({ reason: "wrong" });
    expect(await check(session, codeAt(key))).toEqual({ ok: false, reason: "too_many" });
    const later = inSeconds(16 * 60);
    expect((await check(session, codeAt(key, later), later)).ok).toBe(true);
    expect(await acts(world, helen.id)).toContain("people.second_factor_held_back");
  });

  it("refuses what is no code, and an account that has no key", async () => {
    expect(await check(await signedIn(), "123456")).toEqual({ ok: false, reason: "not_set" });
    await setUp(inSeconds(-3600));
    for (const junk of ["", "12345", "1234567", "abcdef", "１２３４５６"]) {
      expect((await check(await signedIn(), junk)).ok).toBe(false);
    }
  });
});

describe("recovery codes", () => {
  it("are ten, shown once, kept only as hashes, each good once, typed any way", async () => {
    const { session } = await setUp();
    const made = await makeRecoveryCodes(world.ctx(helen), session);
    if (!made.ok) throw new Error(made.reason);
    expect(new Set(made.codes).size).toBe(10);
    expect(made.codes[0]).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    const kept = JSON.stringify(await world.store.db.select().from(recoveryCodes));
    for (const code of made.codes) expect(kept).not.toContain(code.replaceAll("-", ""));
    const code = mustBe(made.codes[3]).toLowerCase().replaceAll("-", " ");
    const spend = async () => spendRecoveryCode(world.ctx(helen), { session: await signedIn(), code });
    expect((await spend()).ok).toBe(true);
    expect(await spend()).toEqual({ ok: false, reason: "wrong" });
    expect((await getSecondFactor(world.ctx(), helen.id)).recoveryCodesLeft).toBe(9);
    expect((await mailTo(world, email))[0]?.subject).toBe("A recovery code was used");
  });

  it("take the place of the earlier ones, and belong to one account", async () => {
    const { session } = await setUp();
    const first = await makeRecoveryCodes(world.ctx(helen), session);
    const second = await makeRecoveryCodes(world.ctx(helen), session);
    if (!first.ok || !second.ok) throw new Error("refused");
    const old = { session: await signedIn(), code: mustBe(first.codes[0]) };
    expect(await spendRecoveryCode(world.ctx(helen), old)).toEqual({ ok: false, reason: "wrong" });
    const owner = helen;
    helen = await world.person(`Someone Else ${people}`, "analyst");
    const stolen = { session: await signedIn(), code: mustBe(second.codes[0]) };
    expect(await spendRecoveryCode(world.ctx(helen), stolen)).toEqual({ ok: false, reason: "wrong" });
    expect((await getSecondFactor(world.ctx(), owner.id)).recoveryCodesLeft).toBe(10);
  });

  it("are made only by someone who gave the second factor a moment ago", async () => {
    const { session } = await setUp();
    const half = await signedIn();
    expect(await makeRecoveryCodes(world.ctx(helen), half)).toEqual({ ok: false, reason: "stale" });
    const later = world.ctx(helen, inSeconds(31 * 60));
    expect(await makeRecoveryCodes(later, session)).toEqual({ ok: false, reason: "stale" });
  });

  it("can't be guessed: five tries an hour", async () => {
    await setUp();
    const session = await signedIn();
    for (let n = 0; n < 5; n += 1) {
      const tried = await spendRecoveryCode(world.ctx(helen), { session, code: "AAAA-AAAA-AAAA" });
      expect(tried).toEqual({ ok: false, reason: "wrong" });
    }
    const sixth = await spendRecoveryCode(world.ctx(helen), { session, code: "AAAA-AAAA-AAAA" });
    expect(sixth).toEqual({ ok: false, reason: "too_many" });
  });
});
