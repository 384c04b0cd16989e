import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { Unavailable } from "~/db/errors.server";
import { sessions } from "~/db/tables/platform";
import { openHouse } from "~/platform/house.server";
import { hashed } from "~/platform/secret-links.server";
import {
  endAllSessions,
  endSession,
  forgetOldSessions,
  listSessions,
  markSecondFactor,
  sessionOf,
  startSession,
} from "~/platform/session.server";
import { requestWith, smallWorld, type World } from "../features/people/support";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const here = { browser: "Firefox on Linux", isStaff: true, secondFactor: false };

let world: World;
let accountId: string;

beforeAll(async () => {
  world = await smallWorld();
  openHouse(world.store);
  accountId = (await world.person("Helen Pike", "engagement_lead")).id;
});

const tokenIn = (cookie: string) => cookie.split(";")[0]?.split("=")[1] ?? "";

async function backdate(cookie: string, change: Partial<typeof sessions.$inferInsert>) {
  await world.store.transact([], (tx) =>
    tx
      .update(sessions)
      .set(change)
      .where(eq(sessions.id, hashed(tokenIn(cookie)))),
  );
}

const rowOf = async (cookie: string) => {
  const [row] = await world.store.db
    .select()
    .from(sessions)
    .where(eq(sessions.id, hashed(tokenIn(cookie))));
  return row;
};

describe("a session", () => {
  it("is found by the cookie's token, and only the token's hash is kept", async () => {
    const cookie = await startSession(world.ctx(), accountId, here);
    expect(await sessionOf(requestWith(cookie))).toMatchObject({ userId: accountId, secondFactorAt: null });
    expect(tokenIn(cookie)).toMatch(/^[\w-]{43}$/);
    const kept = await world.store.db.select().from(sessions);
    expect(JSON.stringify(kept)).not.toContain(tokenIn(cookie));
  });

  it("has a cookie that scripts can't read, locked to the host where the site is https", async () => {
    const plain = await startSession(world.ctx(), accountId, here);
    expect(plain).toMatch(/^rh_session=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/);
    const https = { ...world.ctx(), origin: "https://roundhere.example.org" };
    expect(await startSession(https, accountId, { ...here, isStaff: false })).toMatch(
      /^__Host-rh_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it("asks the database nothing without a cookie, or with one that is none of ours", async () => {
    expect(await sessionOf(requestWith(null))).toBeNull();
    expect(await sessionOf(requestWith("rh_session=../../etc; "))).toBeNull();
    expect(await sessionOf(requestWith("other=1"))).toBeNull();
  });

  it("is over for staff after 12 hours without use, and renewed by use", async () => {
    const cookie = await startSession(world.ctx(), accountId, here);
    const started = await rowOf(cookie);
    expect((started?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(11.9 * HOUR);
    expect((started?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThan(12.1 * HOUR);
    await backdate(cookie, { expiresAt: new Date(Date.now() + HOUR) });
    expect(await sessionOf(requestWith(cookie))).not.toBeNull();
    expect(((await rowOf(cookie))?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(11.9 * HOUR);
    await backdate(cookie, { expiresAt: new Date(Date.now() - 1000) });
    expect(await sessionOf(requestWith(cookie))).toBeNull();
    expect(await rowOf(cookie)).toBeUndefined();
  });

  it("is over for staff after seven days however much it is used, for others after thirty", async () => {
    const staff = await startSession(world.ctx(), accountId, here);
    const other = await startSession(world.ctx(), accountId, { ...here, isStaff: false });
    const lasts = async (cookie: string) => ((await rowOf(cookie))?.endsAt.getTime() ?? 0) - Date.now();
    expect(Math.round((await lasts(staff)) / DAY)).toBe(7);
    expect(Math.round((await lasts(other)) / DAY)).toBe(30);
    await backdate(staff, { endsAt: new Date(Date.now() - 1000) });
    expect(await sessionOf(requestWith(staff))).toBeNull();
  });

  it("gets a new token when the second factor is given, and the old one is worth nothing", async () => {
    const before = await startSession(world.ctx(), accountId, here);
    const session = await sessionOf(requestWith(before));
    if (!session) throw new Error("no session");
    const after = await markSecondFactor(world.ctx(), session);
    expect(await sessionOf(requestWith(before))).toBeNull();
    const now = await sessionOf(requestWith(after));
    expect(now?.secondFactorAt).toBeInstanceOf(Date);
    expect((await rowOf(after))?.browser).toBe("Firefox on Linux");
  });

  it("ends alone, with all, or with all but one", async () => {
    const person = (await world.person("Ola Fenwick", "scrutiny_officer")).id;
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => startSession(world.ctx(), person, here)));
    if (!one || !two || !three) throw new Error("three sessions");
    expect(await listSessions(world.ctx(), person)).toHaveLength(3);
    expect(await endSession(world.ctx(), hashed(tokenIn(one)))).toContain("Max-Age=0");
    expect(await sessionOf(requestWith(one))).toBeNull();
    await endAllSessions(world.ctx(), person, hashed(tokenIn(two)));
    expect(await sessionOf(requestWith(two))).not.toBeNull();
    expect(await sessionOf(requestWith(three))).toBeNull();
    await endAllSessions(world.ctx(), person);
    expect(await listSessions(world.ctx(), person)).toEqual([]);
  });

  it("can be read while nothing can be written", async () => {
    const cookie = await startSession(world.ctx(), accountId, here);
    await backdate(cookie, { expiresAt: new Date(Date.now() + HOUR) });
    openHouse({ ...world.store, transact: () => Promise.reject(new Unavailable("SQLITE_FULL")) });
    try {
      expect(await sessionOf(requestWith(cookie))).not.toBeNull();
    } finally {
      openHouse(world.store);
    }
  });

  it("leaves no row when it is over", async () => {
    const cookie = await startSession(world.ctx(), accountId, here);
    await backdate(cookie, { expiresAt: new Date(Date.now() - DAY) });
    await forgetOldSessions(world.ctx());
    expect(await rowOf(cookie)).toBeUndefined();
  });
});
