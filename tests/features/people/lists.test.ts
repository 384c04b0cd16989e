import { beforeAll, describe, expect, it } from "vitest";
import { giveRole } from "~/features/people/give-role.server";
import { leave } from "~/features/people/leave.server";
import { getAccount } from "~/features/people/read.server";
import { listAccounts } from "~/features/people/read-accounts.server";
import { listAudit } from "~/features/people/read-audit.server";
import { listHeldAtLeaving } from "~/features/people/read-grants.server";
import { findPerson } from "~/features/people/read-person.server";
import { accountFilter, auditFilter } from "~/features/people/schema";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { smallWorld, type World } from "./support";

type Person = Extract<Actor, { kind: "account" }>;
let world: World;
let admin: Person;
let siobhan: Person;

beforeAll(async () => {
  world = await smallWorld();
  admin = await world.person("The Admin", "admin");
  siobhan = await world.person("Siobhán O’Kell", ["team_member", world.canalside], "moderator");
  for (let n = 10; n < 70; n += 1) await world.person(`Person ${n}`);
});

const list = async (asked: Record<string, string>) =>
  listAccounts(world.ctx(admin), accountFilter.parse(asked));
const names = async (asked: Record<string, string>) => (await list(asked)).accounts.map((one) => one.name);

describe("the list of people", () => {
  it("finds names without accents, parts of addresses, and roles held today", async () => {
    expect(await names({ q: "siobhan okell" })).toEqual(["Siobhán O’Kell"]);
    expect(await names({ q: "PERSON.42@" })).toEqual(["Person 42"]);
    expect(await names({ role: "moderator" })).toEqual(["Siobhán O’Kell"]);
    expect(await names({ role: "analyst" })).toEqual([]);
    expect((await list({ q: "kell" })).accounts[0]?.grants.map((grant) => grant.role)).toEqual([
      "team_member",
      "moderator",
    ]);
  });

  it("goes on by key, without leaving anyone out or naming anyone twice", async () => {
    const first = await list({ q: "person" });
    expect(first.accounts).toHaveLength(50);
    const second = await list({ q: "person", after: first.more ?? "" });
    expect(second.more).toBeNull();
    const all = [...first.accounts, ...second.accounts].map((one) => one.name);
    expect(new Set(all).size).toBe(60);
    expect([...all].sort()).toEqual(all);
  });

  it("takes anything that is typed into its address", async () => {
    for (const q of ["%", "_", "\\", "'; drop table accounts", "😀", "x".repeat(500)]) await names({ q });
    expect(await names({ role: "emperor", state: "??", q: "okell" })).toEqual(["Siobhán O’Kell"]);
    for (const after of ["", ":", "no colon", "x:y:z"]) await names({ after });
  });
});

describe("one person's page", () => {
  it("says what they held on the day they left, and nothing older", async () => {
    const tomasz = await world.person("Tomasz Wren", ["neighbourhood_lead", world.highdown]);
    const past = { role: "analyst", scopeKind: "borough", scopeId: null } as const;
    const before = new Date(Date.now() - 40 * 86_400_000);
    const over = { accountId: tomasz.id, ...past, toDay: dayOf(new Date(Date.now() - 20 * 86_400_000)) };
    expect((await giveRole(world.ctx(admin, before), over)).ok).toBe(true);
    await leave(world.ctx(admin), tomasz.id);
    const held = await listHeldAtLeaving(world.ctx(admin), await getAccount(world.ctx(), tomasz.id));
    expect(held).toMatchObject([{ label: "Neighbourhood lead", where: "Highdown" }]);
    const page = await findPerson(world.ctx(admin), tomasz.id);
    expect(page?.leftOn).toBeTruthy();
    expect(page?.successors.some((one) => one.id === tomasz.id)).toBe(false);
  });

  it("is for administrators and data protection alone, and only for people who are there", async () => {
    expect(await findPerson(world.ctx(siobhan), siobhan.id)).toBeNull();
    expect(await findPerson(world.ctx(), siobhan.id)).toBeNull();
    for (const id of ["", "new", newId(), "../x", "'"])
      expect(await findPerson(world.ctx(admin), id)).toBeNull();
    expect(await findPerson(world.ctx(admin), siobhan.id)).toMatchObject({ name: "Siobhán O’Kell" });
  });
});

describe("the record of what was done", () => {
  const read = async (asked: Record<string, string>) => listAudit(world.ctx(admin), auditFilter.parse(asked));

  it("is narrowed by act, by subject and by who did it, newest first, with today's names", async () => {
    const given = await read({ act: "people.role_given", subject: `account:${siobhan.id}` });
    expect(given.lines.map((line) => line.detail.role)).toEqual(["moderator", "team_member"]);
    expect(given.lines[0]?.subjectName).toBe("Siobhán O’Kell");
    await write(world.ctx(siobhan), { locks: [] }, async (ctx) => {
      await audit(ctx, "people.signed_out", { kind: "account", id: siobhan.id });
      return { ok: true };
    });
    const hers = await read({ account: siobhan.id });
    expect(hers.lines).toMatchObject([{ act: "people.signed_out", actorName: "Siobhán O’Kell" }]);
  });

  it("goes on by key to its beginning", async () => {
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(before ? { before } : {});
      seen.push(...page.lines.map((line) => line.id));
      before = page.more;
    } while (before);
    expect(seen.length).toBeGreaterThan(50);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort().reverse()).toEqual(seen);
  });

  it("takes anything that is typed into its address", async () => {
    for (const typed of ["x", "'; --", "account:", ":", "a:b:c", "%00"]) {
      await read({ act: typed, subject: typed, account: typed, before: typed });
    }
  });
});
