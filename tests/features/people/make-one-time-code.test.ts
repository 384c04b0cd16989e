import { beforeAll, describe, expect, it } from "vitest";
import { leave } from "~/features/people/leave.server";
import { admin, makeOneTimeCode } from "~/features/people/make-one-time-code.server";
import { findAccountByEmail, findActor, listGrants } from "~/features/people/read.server";
import { signInByOneTimeCode } from "~/features/people/sign-in-by-one-time-code.server";
import { holds } from "~/platform/actor";
import { openHouse } from "~/platform/house.server";
import { sessionOf, startSession } from "~/platform/session.server";
import { acts, mailTo, requestWith, smallWorld, type World } from "./support";

let world: World;
let visitors = 0;
const visit = { browser: "Firefox on Linux", replaces: null };

beforeAll(async () => {
  world = await smallWorld();
  openHouse(world.store);
});

const enter = (code: string, now?: Date, visitor = `10.2.0.${++visitors}`) =>
  signInByOneTimeCode(world.ctx(undefined, now), { code, visitor, visit });

async function run(...args: string[]): Promise<string> {
  const said = await admin(world.ctx(), args);
  expect(said.ok).toBe(true);
  const code = /^ {4}((?:\w{4}-){3}\w{4})$/m.exec(said.text)?.[1];
  if (!code) throw new Error(said.text);
  return code;
}

describe("npm run admin", () => {
  it("makes the first administrator on an empty site, who can sign in once with the code", async () => {
    const code = await run("first@example.org", "Ines", "Fairweather");
    const account = await findAccountByEmail(world.ctx(), "first@example.org");
    expect(account).toMatchObject({ name: "Ines Fairweather", state: "active" });
    const signed = await enter(code.toLowerCase());
    if (!signed.ok) throw new Error(signed.reason);
    expect(signed).toMatchObject({ accountId: account?.id, needsSecondFactor: true });
    const actor = await findActor(world.ctx(), signed.accountId);
    expect(actor && holds(actor, ["admin"])).toBe(true);
    expect(await enter(code)).toEqual({ ok: false, reason: "wrong" });
    expect(await acts(world, signed.accountId)).toEqual(
      expect.arrayContaining([
        "people.one_time_code_made",
        "people.second_factor_cleared",
        "people.signed_in",
      ]),
    );
  });

  it("lets a locked-out administrator in again: the second factor goes, other browsers are signed out", async () => {
    const ines = await world.person("Locked Out", "admin");
    const elsewhere = await startSession(world.ctx(), ines.id, {
      browser: "Chrome",
      isStaff: true,
      secondFactor: true,
    });
    const code = await run("LOCKED.OUT@example.org");
    expect(await listGrants(world.ctx(), ines.id)).toHaveLength(1);
    expect((await enter(code)).ok).toBe(true);
    expect(await sessionOf(requestWith(elsewhere))).toBeNull();
    expect((await mailTo(world, "locked.out@example.org"))[0]?.subject).toContain("one-time code");
  });

  it("brings back an administrator who had left, and keeps only the newest code", async () => {
    const gone = await world.person("Gone Admin", "admin");
    const other = await world.person("Other Admin", "admin");
    expect((await leave(world.ctx(other), gone.id)).ok).toBe(true);
    const first = await run("gone.admin@example.org");
    const second = await run("gone.admin@example.org");
    expect(await enter(first)).toEqual({ ok: false, reason: "wrong" });
    expect((await enter(second)).ok).toBe(true);
  });

  it("makes codes that are over after a day, and refuses what is no address", async () => {
    const code = await run("day@example.org");
    const dayLater = new Date(Date.now() + 24 * 3_600_000 + 1000);
    expect(await enter(code, dayLater)).toEqual({ ok: false, reason: "wrong" });
    for (const args of [[], ["nobody"], ["a@b"]]) expect((await admin(world.ctx(), args)).ok).toBe(false);
  });

  it("is for the machine's own commands, whoever else asks", async () => {
    const ola = await world.person("Ola Admin", "admin");
    const input = { name: "Ola", email: "ola.admin@example.org" };
    expect(await makeOneTimeCode(world.ctx(ola), input)).toEqual({ ok: false, reason: "not_allowed" });
  });

  it("can't be guessed: ten tries an hour from one place", async () => {
    for (let n = 0; n < 10; n += 1) {
      expect(await enter("AAAA-AAAA-AAAA-AAAA", undefined, "192.0.2.1")).toMatchObject({ reason: "wrong" });
    }
    const code = await run("guess@example.org");
    expect(await enter(code, undefined, "192.0.2.1")).toEqual({ ok: false, reason: "too_many" });
    expect((await enter(code)).ok).toBe(true);
  });
});
