import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/db/client.server";
import { Unavailable } from "~/db/errors.server";
import { auditEvents, auditUnsealed, messages } from "~/db/tables/platform";
import { type Jobs, keepDoing, type Round, startJobs } from "~/jobs.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { forgetOldMessages } from "~/platform/forget-messages.server";
import { keepInDemo } from "~/platform/mail.server";
import { tell } from "~/platform/outbox.server";
import { freshDatabase } from "../support/fresh-database";

let store: Database;
let jobs: Jobs | null = null;

beforeAll(async () => {
  store = await freshDatabase();
});
afterEach(async () => {
  await jobs?.stop();
  jobs = null;
});

const ctxAt = (now: Date): Ctx => ({
  store,
  db: store.db,
  actor: { kind: "system", name: "test" },
  now,
  origin: "https://roundhere.example.org",
  secret: "s",
});

async function put(key: string, channel: "email" | "phone" = "email", now = new Date()) {
  await write(ctxAt(now), { locks: [] }, async (ctx) => {
    const reach = { channel, recipient: "sam@example.org", name: "Sam", locale: "en" };
    const about = { kind: "registration", id: "r1" };
    await tell(ctx, reach, {
      key,
      about,
      subject: "Your place",
      text: "Hello Sam",
      html: "<p>Hello Sam</p>",
    });
    await audit(ctx, "test.told", about);
    return { ok: true };
  });
}

const found = async (key: string) =>
  (await store.db.select().from(messages).where(eq(messages.key, key)))[0] ?? expect.fail(key);

const round = (work: Round["work"]): Round => ({ name: "test", pauseMs: 1, work });

describe("keepDoing", () => {
  it("does each round again and again, never twice at once", async () => {
    let now = 0;
    let most = 0;
    let times = 0;
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      times += 1;
    };
    jobs = keepDoing(store, [round(work)]);
    await expect.poll(() => times).toBeGreaterThan(3);
    expect(most).toBe(1);
  });

  it("goes on after an error, a little later, and lets the other rounds go on meanwhile", async () => {
    let failed = 0;
    let others = 0;
    const failing = async () => {
      failed += 1;
      if (failed === 1) throw new Unavailable("SQLITE_FULL");
    };
    const other = async () => {
      others += 1;
    };
    jobs = keepDoing(store, [round(failing), round(other)]);
    await expect.poll(() => others).toBeGreaterThan(20);
    expect(failed).toBe(1);
    await expect.poll(() => failed, { timeout: 5000 }).toBeGreaterThan(1);
  });

  it("stops after the piece in hand, and at once when it rests", async () => {
    let finished = false;
    let toldToStop = false;
    const slow = round(async (_, goOn) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      toldToStop = !goOn();
      finished = true;
    });
    const resting: Round = { name: "rest", pauseMs: 3_600_000, work: async () => {} };
    const running = keepDoing(store, [slow, resting]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await running.stop();
    expect({ finished, toldToStop }).toEqual({ finished: true, toldToStop: true });
  });
});

describe("startJobs", () => {
  it("seals the audit and sends mail within a second or so, and then keeps still", async () => {
    jobs = startJobs(store, keepInDemo);
    await put("m1");
    await put("m2", "phone");
    await expect.poll(async () => (await found("m1")).state, { timeout: 4000 }).toBe("done");
    await expect
      .poll(async () => (await store.db.select().from(auditUnsealed)).length, { timeout: 4000 })
      .toBe(0);
    expect((await found("m2")).state).toBe("waiting");
    const commits = store.commits();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(store.commits()).toBe(commits);
  });

  it("leaves e-mails waiting when there is no way to send them", async () => {
    await put("m3");
    jobs = startJobs(store, null);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await found("m3")).state).toBe("waiting");
  });
});

describe("forgetOldMessages", () => {
  it("takes out who and what after the time given, and withdraws what still waits", async () => {
    const day = (n: number) => new Date(Date.UTC(2027, 0, n, 12));
    await put("old", "email", day(1));
    await put("old-call", "phone", day(1));
    await put("new", "email", day(3));
    await store.transact([], (tx) =>
      tx
        .update(messages)
        .set({ state: "done" })
        .where(eq(messages.key, "old"))
        .then(() => {}),
    );
    const later = ctxAt(new Date(day(91).getTime() + 3_600_000));
    expect(await forgetOldMessages(later, 90)).toBeGreaterThanOrEqual(2);
    const gone = { recipient: "", recipientName: "", text: "", html: null, calendar: null };
    expect(await found("old")).toMatchObject({ ...gone, state: "done", subject: "Your place" });
    expect(await found("old-call")).toMatchObject({ ...gone, state: "withdrawn" });
    expect(await found("new")).toMatchObject({ recipient: "sam@example.org", state: "waiting" });
    expect(await forgetOldMessages(later, 90)).toBe(0);
    const noted = await store.db.select().from(auditEvents).where(eq(auditEvents.act, "outbox.forgot"));
    expect(noted).toHaveLength(1);
  });
});
