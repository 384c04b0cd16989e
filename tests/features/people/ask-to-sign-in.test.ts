import { asc, count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { signInLinks } from "~/db/tables/people";
import { auditEvents, messages, rateLimits } from "~/db/tables/platform";
import { askToSignIn } from "~/features/people/ask-to-sign-in.server";
import { isLinkGood, readAsked } from "~/features/people/read-sign-in.server";
import { acts, mailTo, smallWorld, type World, wayIn } from "./support";

let world: World;
let visitors = 0;

const visitor = () => {
  visitors += 1;
  return `10.0.0.${visitors}`;
};

const ask = (email: string, more: { asked?: string; goOn?: string; visitor?: string; now?: Date } = {}) =>
  askToSignIn(world.ctx(undefined, more.now), {
    email,
    visitor: more.visitor ?? visitor(),
    asked: more.asked ?? "",
    goOn: more.goOn ?? null,
  });

const linksOf = (accountId: string) =>
  world.store.db
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.accountId, accountId))
    .orderBy(asc(signInLinks.id));

beforeAll(async () => {
  world = await smallWorld();
});

describe("asking to sign in", () => {
  it("sends a link and a code, and keeps neither outside the message", async () => {
    const helen = await world.person("Helen Pike", "engagement_lead");
    const asked = await ask("helen.pike@example.org", { goOn: "/manage/people" });
    expect(asked.ok).toBe(true);
    const { token, code } = await wayIn(world, "helen.pike@example.org");
    const [link] = await linksOf(helen.id);
    expect(JSON.stringify(link)).not.toContain(token);
    expect(JSON.stringify(link)).not.toContain(code.replace(" ", ""));
    expect((link?.expiresAt.getTime() ?? 0) - (link?.createdAt.getTime() ?? 0)).toBe(600_000);
    expect(await isLinkGood(world.ctx(), token)).toBe(true);
    expect(await acts(world, helen.id)).toContain("people.asked_to_sign_in");
    const [mail] = await mailTo(world, "helen.pike@example.org");
    expect(mail).toMatchObject({ channel: "email", state: "waiting", subject: "Sign in to Round Here" });
    expect(mail?.text).toContain(`http://localhost:4250/sign-in/${token}`);
    expect(mail?.text).toContain("10 minutes");
  });

  it("gives the browser a sealed note that shows nothing and can be read only here", async () => {
    const asked = await ask("nobody@example.org", { goOn: "/account" });
    if (!asked.ok) throw new Error(asked.reason);
    expect(Buffer.from(asked.asked, "base64url").toString("latin1")).not.toContain("nobody");
    expect(readAsked(world.ctx(), asked.asked)).toMatchObject({
      email: "nobody@example.org",
      goOn: "/account",
    });
    expect(readAsked({ ...world.ctx(), secret: "another" }, asked.asked)).toBeNull();
    expect(readAsked(world.ctx(), "")).toBeNull();
    expect(readAsked(world.ctx(), "forged")).toBeNull();
  });

  it("answers an unknown address with the same kind of note, and writes as many rows", async () => {
    await world.person("Known One");
    const rows = async () => {
      const tables = [signInLinks, messages, auditEvents, rateLimits] as const;
      const counts = await Promise.all(
        tables.map((table) => world.store.db.select({ n: count() }).from(table)),
      );
      return counts.reduce((sum, [one]) => sum + (one?.n ?? 0), 0);
    };
    const before = await rows();
    const known = await ask("known.one@example.org");
    const between = await rows();
    const unknown = await ask("unknown.1@example.org");
    const after = await rows();
    if (!known.ok || !unknown.ok) throw new Error("refused");
    expect(unknown.asked).toHaveLength(known.asked.length);
    expect(after - between).toBe(between - before);
    expect(await mailTo(world, "unknown.1@example.org")).toEqual([]);
  });

  it("leaves at most three ways in open, and takes the oldest back", async () => {
    const ola = await world.person("Ola Fenwick", "scrutiny_officer");
    const tokens: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      await ask("ola.fenwick@example.org");
      tokens.push((await wayIn(world, "ola.fenwick@example.org")).token);
    }
    const good = await Promise.all(tokens.map((token) => isLinkGood(world.ctx(), token)));
    expect(good).toEqual([false, false, true, true, true]);
    expect(await linksOf(ola.id)).toHaveLength(5);
  });

  it("refuses an address and a visitor that ask too often, and lets them ask again later", async () => {
    for (let n = 0; n < 5; n += 1) expect((await ask("often@example.org")).ok).toBe(true);
    expect(await ask("often@example.org")).toEqual({ ok: false, reason: "too_many" });
    expect((await ask("often@example.org", { now: new Date(Date.now() + 16 * 60_000) })).ok).toBe(true);
    const visitor = "192.0.2.7";
    for (let n = 0; n < 30; n += 1) {
      expect((await ask(`many.${n}@example.org`, { visitor })).ok).toBe(true);
    }
    expect(await ask("many.31@example.org", { visitor })).toEqual({ ok: false, reason: "too_many" });
    expect((await ask("many.32@example.org", { visitor: "192.0.2.8" })).ok).toBe(true);
  });

  it("sends nothing to somebody who has left", async () => {
    const { leave } = await import("~/features/people/leave.server");
    const gone = await world.person("Gone Person", "analyst");
    const admin = await world.person("First Admin", "admin");
    expect((await leave(world.ctx(admin), gone.id)).ok).toBe(true);
    expect((await ask("gone.person@example.org")).ok).toBe(true);
    expect(await mailTo(world, "gone.person@example.org")).toEqual([]);
  });
});
