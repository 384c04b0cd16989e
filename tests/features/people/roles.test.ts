import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccount } from "~/features/people/create-account.server";
import { giveRole } from "~/features/people/give-role.server";
import { handOverRole } from "~/features/people/hand-over-role.server";
import { leave } from "~/features/people/leave.server";
import { findActor, getAccount, isAnotherAdmin, listGrants } from "~/features/people/read.server";
import { reinstate } from "~/features/people/reinstate.server";
import { takeRole } from "~/features/people/take-role.server";
import { type Actor, holds } from "~/platform/actor";
import { openHouse } from "~/platform/house.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { sessionOf, startSession } from "~/platform/session.server";
import { acts, mailTo, requestWith, smallWorld, type World } from "./support";

type Person = Extract<Actor, { kind: "account" }>;
let world: World;
let admin: Person;
let n = 0;

beforeAll(async () => {
  world = await smallWorld();
  openHouse(world.store);
  admin = await world.person("The Admin", "admin");
});

let tomasz: Person;
beforeEach(async () => {
  n += 1;
  tomasz = await world.person(`Tomasz ${n}`);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const dayIn = (days: number) => dayOf(inDays(days));
const actorNow = (id: string, now?: Date) => findActor(world.ctx(undefined, now), id);

async function give(input: Partial<Parameters<typeof giveRole>[1]>, as: Actor = admin) {
  return giveRole(world.ctx(as), {
    accountId: tomasz.id,
    role: "neighbourhood_lead",
    scopeKind: "neighbourhood",
    scopeId: world.canalside,
    ...input,
  });
}

describe("giving a role", () => {
  it("holds over one neighbourhood and no other, from the next page on", async () => {
    expect((await give({})).ok).toBe(true);
    const actor = await actorNow(tomasz.id);
    expect(actor && holds(actor, ["neighbourhood_lead"], world.canalside)).toBe(true);
    expect(actor && holds(actor, ["neighbourhood_lead"], world.highdown)).toBe(false);
    expect(actor && holds(actor, ["neighbourhood_lead"])).toBe(false);
    expect(await acts(world, tomasz.id)).toContain("people.role_given");
  });

  it("holds from its first day to its last, London days included", async () => {
    expect((await give({ fromDay: dayIn(3), toDay: dayIn(5) })).ok).toBe(true);
    const heldOn = async (days: number) => {
      const actor = await actorNow(tomasz.id, inDays(days));
      return actor?.kind === "account" && actor.grants.length === 1;
    };
    expect([await heldOn(2), await heldOn(3), await heldOn(5), await heldOn(6)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("is for administrators, of the whole borough", async () => {
    const others = await Promise.all([
      world.person(`Lead ${n}`, "programme_lead"),
      world.person(`Officer ${n}`, "data_protection"),
      world.person(`Nobody ${n}`),
    ]);
    for (const as of others) expect(await give({}, as)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await give({}, { kind: "anyone" })).toEqual({ ok: false, reason: "not_allowed" });
    const narrow: Person = {
      ...tomasz,
      grants: [{ role: "admin", scopeKind: "neighbourhood", scopeId: world.canalside }],
    };
    expect((await give({}, narrow)).ok).toBe(true);
    const wider = { role: "engagement_lead", scopeKind: "borough", scopeId: null } as const;
    expect(await give(wider, narrow)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await give({ scopeId: world.highdown }, narrow)).toEqual({ ok: false, reason: "not_allowed" });
  });

  it("refuses places that are not there and roles that can't hold over them", async () => {
    expect(await give({ scopeId: newId() })).toMatchObject({ ok: false, reason: "scope" });
    expect(await give({ scopeId: null })).toMatchObject({ ok: false, reason: "scope" });
    expect(await give({ role: "admin" })).toMatchObject({ ok: false, reason: "scope" });
    expect(await give({ scopeKind: "organisation", scopeId: world.carers })).toMatchObject({
      reason: "scope",
    });
    const contact = { role: "org_contact", scopeKind: "organisation", scopeId: world.carers } as const;
    expect((await give(contact)).ok).toBe(true);
  });

  it("refuses days that are over, the same role twice, and someone who has left", async () => {
    expect(await give({ toDay: dayIn(-1) })).toMatchObject({ reason: "dates" });
    expect(await give({ fromDay: dayIn(5), toDay: dayIn(4) })).toMatchObject({ reason: "dates" });
    expect((await give({ toDay: dayIn(10) })).ok).toBe(true);
    expect(await give({})).toMatchObject({ ok: false, reason: "already" });
    expect((await give({ fromDay: dayIn(11) })).ok).toBe(true);
    expect((await give({ scopeId: world.highdown })).ok).toBe(true);
    await leave(world.ctx(admin), tomasz.id);
    expect(await give({})).toEqual({ ok: false, reason: "left" });
  });
});

describe("taking a role", () => {
  it("ends it at once, and once", async () => {
    const given = await give({});
    if (!given.ok) throw new Error(given.reason);
    expect(await takeRole(world.ctx(tomasz), given.grantId)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await takeRole(world.ctx(admin), given.grantId)).toEqual({ ok: true });
    expect(await takeRole(world.ctx(admin), given.grantId)).toEqual({ ok: false, reason: "over" });
    expect(await takeRole(world.ctx(admin), newId())).toEqual({ ok: false, reason: "over" });
    expect(await actorNow(tomasz.id)).toMatchObject({ grants: [] });
    expect(await listGrants(world.ctx(), tomasz.id)).toHaveLength(1);
  });

  it("never leaves the borough without an administrator, however it is tried", async () => {
    const own = await listGrants(world.ctx(), admin.id);
    const grantId = own[0]?.id ?? "";
    expect(await takeRole(world.ctx(admin), grantId)).toEqual({ ok: false, reason: "last_admin" });
    expect(await leave(world.ctx(admin), admin.id)).toEqual({ ok: false, reason: "last_admin" });

    const second = await world.person(`Second Admin ${n}`, "admin");
    const seconds = (await listGrants(world.ctx(), second.id))[0]?.id ?? "";
    await Promise.all([
      takeRole(world.ctx(admin), seconds),
      takeRole(world.ctx(second), grantId),
      leave(world.ctx(second), admin.id),
      leave(world.ctx(admin), second.id),
    ]);
    const left = await Promise.all([actorNow(admin.id), actorNow(second.id)]);
    const admins = left.filter((actor) => actor && holds(actor, ["admin"]));
    expect(admins).toHaveLength(1);
    if (admins[0]?.kind !== "account") throw new Error("no admin is left");
    expect(await isAnotherAdmin(world.ctx(), admins[0].id)).toBe(false);
    admin = admins[0];
  });

  it("does not count an administrator whose days are over or still to come", async () => {
    const later = { role: "admin", scopeKind: "borough", scopeId: null, fromDay: dayIn(2) } as const;
    expect((await give(later)).ok).toBe(true);
    const grantId = (await listGrants(world.ctx(), admin.id)).find((one) => one.role === "admin")?.id ?? "";
    expect(await takeRole(world.ctx(admin), grantId)).toEqual({ ok: false, reason: "last_admin" });
  });
});

describe("leaving", () => {
  it("ends every browser and role today, and says what was held", async () => {
    await give({});
    await give({ role: "engagement_lead", scopeKind: "borough", scopeId: null, fromDay: dayIn(3) });
    const past = await give({ role: "moderator", scopeKind: "borough", scopeId: null });
    if (past.ok) await takeRole(world.ctx(admin), past.grantId);
    const cookie = await startSession(world.ctx(), tomasz.id, {
      browser: "Firefox",
      isStaff: true,
      secondFactor: true,
    });
    const gone = await leave(world.ctx(admin), tomasz.id);
    if (!gone.ok) throw new Error(gone.reason);
    expect(gone.held.map((grant) => grant.role).sort()).toEqual(["engagement_lead", "neighbourhood_lead"]);
    expect(await sessionOf(requestWith(cookie))).toBeNull();
    expect(await actorNow(tomasz.id)).toBeNull();
    const account = await getAccount(world.ctx(), tomasz.id);
    expect(account).toMatchObject({ state: "left", leftOn: dayOf(new Date()), totpSealed: null });
    expect((await listGrants(world.ctx(), tomasz.id)).every((grant) => grant.endedAt !== null)).toBe(true);
    expect(await leave(world.ctx(admin), tomasz.id)).toEqual({ ok: false, reason: "gone" });
  });

  it("is for administrators to record", async () => {
    const lead = await world.person(`Lead ${n}`, "programme_lead");
    expect(await leave(world.ctx(lead), tomasz.id)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await actorNow(tomasz.id)).not.toBeNull();
  });

  it("lets a successor take each role over, until the day it was to end", async () => {
    await give({ toDay: dayIn(40) });
    const gone = await leave(world.ctx(admin), tomasz.id);
    if (!gone.ok || !gone.held[0]) throw new Error("nothing was held");
    const deja = await world.person(`Deja ${n}`);
    const handing = { grantId: gone.held[0].id, toAccountId: deja.id };
    expect(await handOverRole(world.ctx(deja), handing)).toEqual({ ok: false, reason: "not_allowed" });
    expect((await handOverRole(world.ctx(admin), handing)).ok).toBe(true);
    expect(await handOverRole(world.ctx(admin), handing)).toMatchObject({ ok: false, reason: "already" });
    const [grant] = await listGrants(world.ctx(), deja.id);
    expect(grant).toMatchObject({
      role: "neighbourhood_lead",
      scopeId: world.canalside,
      fromDay: dayOf(new Date()),
      toDay: dayIn(40),
    });
    expect(await acts(world, deja.id)).toContain("people.role_handed_over");
  });

  it("can be undone without giving the roles back", async () => {
    await give({});
    await leave(world.ctx(admin), tomasz.id);
    expect(await reinstate(world.ctx(tomasz), tomasz.id)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await reinstate(world.ctx(admin), tomasz.id)).toEqual({ ok: true });
    expect(await reinstate(world.ctx(admin), tomasz.id)).toEqual({ ok: false, reason: "here" });
    expect(await actorNow(tomasz.id)).toMatchObject({ grants: [] });
  });
});

describe("making an account", () => {
  it("folds the address, gives no role, tells the person, and makes a slug of its own", async () => {
    const made = await createAccount(world.ctx(admin), {
      name: "Zoë O’Hara-Núñez",
      email: ` Zoe.${n}@Example.ORG `,
    });
    if (!made.ok) throw new Error(made.reason);
    const account = await getAccount(world.ctx(), made.id);
    expect(account).toMatchObject({ email: `zoe.${n}@example.org`, state: "active" });
    expect(account.slug).toMatch(/^zoe-ohara-nunez/);
    expect(await actorNow(made.id)).toMatchObject({ grants: [] });
    expect((await mailTo(world, `zoe.${n}@example.org`))[0]?.text).toContain("/sign-in");
    const twin = await createAccount(world.ctx(admin), {
      name: "Zoë O’Hara-Núñez",
      email: `z2.${n}@example.org`,
    });
    if (!twin.ok) throw new Error(twin.reason);
    expect((await getAccount(world.ctx(), twin.id)).slug).toBe(`${account.slug}-2`);
  });

  it("refuses an address that is taken or belonged to someone who left, and anyone but administrators", async () => {
    const input = { name: "Again", email: `tomasz.${n}@example.org` };
    expect(await createAccount(world.ctx(admin), input)).toMatchObject({
      ok: false,
      reason: "taken",
      accountId: tomasz.id,
    });
    await leave(world.ctx(admin), tomasz.id);
    expect(await createAccount(world.ctx(admin), input)).toMatchObject({ ok: false, reason: "left" });
    const lead = await world.person(`Lead ${n}`, "programme_lead");
    const other = { name: "New", email: `new.${n}@example.org` };
    expect(await createAccount(world.ctx(lead), other)).toEqual({ ok: false, reason: "not_allowed" });
  });

  it("makes one account when the same form is sent ten times at once", async () => {
    const input = { name: "Hasty", email: `hasty.${n}@example.org` };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => createAccount(world.ctx(admin), input)),
    );
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
  });
});
