import { asc, eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "~/db/client.server";
import { messages } from "~/db/tables/platform";
import { type Ctx, write } from "~/platform/context.server";
import { deliver } from "~/platform/deliver.server";
import { newId } from "~/platform/ids.server";
import { keepInDemo, MailTrouble, type SendMail, smtp } from "~/platform/mail.server";
import { tell, withdrawMessages } from "~/platform/outbox.server";
import { freshDatabase } from "../support/fresh-database";
import { startMailServer } from "../support/mail-server.mjs";

const origin = "https://roundhere.example.org";
const start = new Date("2027-01-12T09:00:00Z");
const MINUTE = 60_000;

let store: Database;
let server: Awaited<ReturnType<typeof startMailServer>> | null = null;

beforeAll(async () => {
  store = await freshDatabase();
});
beforeEach(async () => {
  await write(at(0), { locks: ["outbox"] }, async (ctx) => {
    await ctx.db.delete(messages);
    return { ok: true };
  });
});
afterEach(async () => {
  await server?.stop();
  server = null;
});

/** A ctx so many minutes after the beginning. */
function at(minutes: number): Ctx {
  const now = new Date(start.getTime() + minutes * MINUTE);
  return { store, db: store.db, actor: { kind: "system", name: "test" }, now, origin, secret: "s" };
}

async function put(
  recipient: string,
  more: { calendar?: string; channel?: "email" | "phone"; about?: string } = {},
) {
  const reach = { channel: more.channel ?? ("email" as const), recipient, name: "Sam", locale: "en" };
  const about = { kind: "registration", id: more.about ?? "r1" };
  const letter = { key: newId(), about, subject: "Your place", text: "Hello", html: "<p>Hello</p>" };
  await write(at(0), { locks: [] }, async (ctx) => {
    await tell(ctx, reach, { ...letter, calendar: more.calendar });
    return { ok: true };
  });
}

const rows = () => store.db.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.id));
const only = async () => (await rows())[0] ?? expect.fail("no message");

async function open(mood?: () => "well" | "later" | "never" | "stall" | "hang-up" | "lose-answer") {
  server = await startMailServer({ mood });
  const send = smtp(
    { smtpUrl: server.url, from: "Larkmere <hello@example.org>", origin },
    { connect: 500, silence: 300, whole: 1000 },
  );
  return { send, taken: server.taken };
}

describe("deliver", () => {
  it("sends what is due and says what it is", async () => {
    const { send, taken } = await open();
    await put("sam@example.org", { calendar: "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n" });
    await put("07700 900123", { channel: "phone" });
    expect(await deliver(at(0), send)).toBe(1);
    const [email, call] = await rows();
    expect(email).toMatchObject({ state: "done", attempts: 1, leaseUntil: null, trouble: null });
    expect(email?.doneAt?.getTime()).toBeGreaterThanOrEqual(start.getTime());
    expect(call).toMatchObject({ state: "waiting", attempts: 0 });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ to: "sam@example.org", id: `<${email?.id}@roundhere.example.org>` });
    const raw = taken[0]?.raw ?? "";
    for (const header of [
      "Auto-Submitted: auto-generated",
      "From: Larkmere <hello@example.org>",
      "Subject: Your place",
      "Date: Tue, 12 Jan 2027 09:00:00 +0000",
    ]) {
      expect(raw).toContain(header);
    }
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL;\s+name=event.ics/);
    expect(raw).not.toContain("X-Mailer");
    expect(await deliver(at(1), send)).toBe(0);
  });

  it("tries again with growing pauses, with the same Message-ID, and ends with the staff", async () => {
    const { send } = await open(() => "later");
    await put("sam@example.org");
    const { id } = await only();
    let minutes = 0;
    for (const pause of [1, 5, 15, 60, 240, 720, 1440]) {
      await deliver(at(minutes), send);
      const waiting = await only();
      expect(waiting).toMatchObject({ id, state: "waiting", leaseUntil: null });
      expect(Math.round((waiting.dueAt.getTime() - at(minutes).now.getTime()) / MINUTE)).toBe(pause);
      expect(await deliver(at(minutes + pause - 0.5), send)).toBe(0);
      expect(await only()).toMatchObject({ attempts: waiting.attempts });
      minutes += pause + 0.1;
    }
    await deliver(at(minutes), send);
    expect(await only()).toMatchObject({
      state: "failed",
      attempts: 8,
      trouble: "The mail server asks us to try again later (code 451).",
    });
    expect(await deliver(at(minutes + 10_000), send)).toBe(0);
  });

  it("gives up sooner on an address that the server refuses", async () => {
    const { send } = await open(() => "never");
    await put("sam@example.org");
    for (const minutes of [0, 2, 8, 24]) await deliver(at(minutes), send);
    expect(await only()).toMatchObject({
      state: "failed",
      attempts: 4,
      trouble: "The mail server does not accept this e-mail (code 550).",
    });
  });

  it.each([
    ["stall", "The mail server took too long to answer."],
    ["hang-up", "The mail server could not be reached, or hung up."],
  ] as const)("says in plain words what a server that does this did: %s", async (mood, words) => {
    const { send } = await open(() => mood);
    await put("sam@example.org");
    await deliver(at(0), send);
    expect(await only()).toMatchObject({ state: "waiting", trouble: words });
  });

  it.each([
    "a@example.org\r\nBcc: b@example.org",
    "a@example.org, b@example.org",
    "Sam <a@example.org>",
    "sam",
  ])("never sends to anything but one address: %j", async (recipient) => {
    const { send, taken } = await open();
    await put(recipient);
    await deliver(at(0), send);
    expect(taken).toHaveLength(0);
    expect(await only()).toMatchObject({ state: "waiting", trouble: "This is not an e-mail address." });
  });

  it("sends again when a sender has died, and not before", async () => {
    const { send, taken } = await open();
    await put("sam@example.org");
    const never: SendMail = () => new Promise(() => {});
    void deliver(at(0), never);
    await expect.poll(only).toMatchObject({ state: "sending", attempts: 1 });
    expect(await deliver(at(1), send)).toBe(0);
    expect(await deliver(at(3), send)).toBe(1);
    expect(taken).toHaveLength(1);
    expect(await only()).toMatchObject({ state: "done", attempts: 2 });
  });

  it("lets a late sender change nothing once somebody else has taken the message", async () => {
    await put("sam@example.org");
    let fail: (error: Error) => void = () => {};
    const slow: SendMail = () =>
      new Promise((_, reject) => {
        fail = reject;
      });
    const late = deliver(at(0), slow);
    await expect.poll(only).toMatchObject({ state: "sending" });
    await deliver(at(3), keepInDemo);
    fail(new MailTrouble("too late", false));
    await late;
    expect(await only()).toMatchObject({ state: "done", trouble: null });
  });

  it("does not bring back a message that was withdrawn on its way", async () => {
    await put("sam@example.org", { about: "r7" });
    const withdrawing: SendMail = async () => {
      await write(at(0), { locks: [] }, async (ctx) => {
        await withdrawMessages(ctx, { kind: "registration", ids: ["r7"] });
        return { ok: true };
      });
      throw new MailTrouble("not now", false);
    };
    await deliver(at(0), withdrawing);
    expect(await only()).toMatchObject({ state: "withdrawn" });
    expect(await deliver(at(10), keepInDemo)).toBe(0);
  });

  it("stops between two messages when asked to", async () => {
    for (let n = 0; n < 5; n += 1) await put(`p${n}@example.org`);
    let left = 2;
    expect(await deliver(at(0), keepInDemo, () => left-- > 0)).toBe(2);
  });

  it("loses none of 100 through a server that fails, stalls and hangs up, with several senders", async () => {
    const bad = ["later", "stall", "hang-up", "never", "lose-answer"] as const;
    let turn = 0;
    let lostAnswers = 0;
    const { send, taken } = await open(() => {
      turn += 1;
      const mood = turn % 2 === 0 ? "well" : (bad[(turn * 3) % bad.length] ?? "well");
      if (mood === "lose-answer") lostAnswers += 1;
      return mood;
    });
    await Promise.all(Array.from({ length: 100 }, (_, n) => put(`p${n}@example.org`)));
    const ids = new Set((await rows()).map(({ id }) => `<${id}@roundhere.example.org>`));
    const unsent = async () => (await rows()).filter(({ state }) => state !== "done");
    for (let round = 0; round < 30 && (await unsent()).length > 0; round += 1) {
      await Promise.all(Array.from({ length: 8 }, () => deliver(at(round * 2000), send)));
      await tryFailedAgain(round * 2000);
    }
    expect(await unsent()).toEqual([]);
    expect(new Set(taken.map(({ to }) => to)).size).toBe(100);
    expect(new Set(taken.map(({ id }) => id))).toEqual(ids);
    expect(taken).toHaveLength(100 + lostAnswers);
  });
});

/** What staff do with the ones that failed. */
async function tryFailedAgain(minutes: number) {
  await write(at(minutes), { locks: ["outbox"] }, async (ctx) => {
    await ctx.db
      .update(messages)
      .set({ state: "waiting", dueAt: ctx.now })
      .where(eq(messages.state, "failed"));
    return { ok: true };
  });
}
