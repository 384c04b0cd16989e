import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/db/client.server";
import { auditEvents, messages } from "~/db/tables/platform";
import type { Actor, Role } from "~/platform/actor";
import { type Ctx, write } from "~/platform/context.server";
import { forgetOldMessages } from "~/platform/forget-messages.server";
import { tell } from "~/platform/outbox.server";
import { finishMessage, reopenMessage, retryMessage } from "~/platform/outbox-tasks.server";
import {
  findMessage,
  listFailedEmails,
  listFinishedTasks,
  listOutbox,
  listTasks,
} from "~/platform/read-messages.server";
import { freshDatabase } from "../support/fresh-database";

let store: Database;
const now = new Date("2027-01-12T09:00:00Z");

beforeAll(async () => {
  store = await freshDatabase();
});

const account = (role: Role): Actor => ({
  kind: "account",
  id: "account-1",
  name: "Sam",
  grants: [{ role, scopeKind: "neighbourhood", scopeId: "n1" }],
});
const as = (actor: Actor, at = now): Ctx => ({
  store,
  db: store.db,
  actor,
  now: at,
  origin: "https://roundhere.example.org",
  secret: "s",
});
const team = () => as(account("team_member"));

async function put(
  key: string,
  channel: "email" | "phone" | "letter",
  neededBy: Date | null = null,
): Promise<string> {
  await write(team(), { locks: [] }, async (ctx) => {
    const reach = { channel, recipient: "07700 900123", name: "Rosa", locale: "en" };
    const about = { kind: "registration", id: key };
    await tell(ctx, reach, { key, about, subject: "Your place", text: "Hello", html: null, neededBy });
    return { ok: true };
  });
  const [row] = await store.db.select().from(messages).where(eq(messages.key, key));
  return row?.id ?? expect.fail(key);
}

const stateOf = async (id: string) => (await findMessage(team(), id))?.state;
const acts = async (id: string) =>
  (await store.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id))).map(({ act }) => act);
const fail = (id: string) =>
  store.transact([], async (tx) => {
    await tx.update(messages).set({ state: "failed", attempts: 8, trouble: "x" }).where(eq(messages.id, id));
  });

describe("calls and letters", () => {
  it("are listed oldest first, finished, found again, and reopened", async () => {
    const call = await put("call-1", "phone");
    const letter = await put("letter-1", "letter");
    await put("email-1", "email");
    expect((await listTasks(team(), null)).messages.map(({ id }) => id)).toEqual([call, letter]);

    expect(await finishMessage(team(), { id: call })).toEqual({ ok: true, already: false });
    expect(await finishMessage(team(), { id: call })).toEqual({ ok: true, already: true });
    expect(await finishMessage(team(), { id: letter })).toEqual({ ok: true, already: false });
    expect((await listTasks(team(), null)).messages).toEqual([]);
    const finished = await listFinishedTasks(team());
    expect(finished.map(({ id }) => id).sort()).toEqual([call, letter].sort());
    expect(finished[0]).toMatchObject({ doneBy: "account-1", doneAt: now });

    expect(await reopenMessage(team(), { id: call })).toEqual({ ok: true, already: false });
    expect(await findMessage(team(), call)).toMatchObject({ state: "waiting", doneBy: null, doneAt: null });
    expect(await acts(call)).toEqual(["outbox.called", "outbox.reopened"]);
    expect(await acts(letter)).toEqual(["outbox.posted"]);
  });

  it("are not reopened once they are forgotten, and not finished once withdrawn", async () => {
    const old = await put("old", "letter");
    const late = await put("late", "phone");
    await finishMessage(team(), { id: old });
    await forgetOldMessages(as(account("admin"), new Date("2027-06-01T00:00:00Z")), 90);
    expect(await reopenMessage(team(), { id: old })).toEqual({ ok: false, reason: "changed" });
    expect(await finishMessage(team(), { id: late })).toEqual({ ok: false, reason: "changed" });
  });

  it("come page by page", async () => {
    for (let n = 0; n < 60; n += 1) await put(`many-${n}`, "phone");
    const first = await listTasks(team(), null);
    expect(first.messages).toHaveLength(50);
    const second = await listTasks(team(), first.more);
    expect(second).toMatchObject({ more: null });
    const ids = [...first.messages, ...second.messages].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
    const outbox = await listOutbox(team(), null);
    const rest = await listOutbox(team(), outbox.more);
    expect(outbox.messages[0]?.key).toBe("many-59");
    // Forgotten messages are shown no more, so the oldest is the first of these.
    expect(rest.messages.at(-1)?.key).toBe("many-0");
  });

  it("are in the order in which what they are about begins, and then in that of waiting, over pages too", async () => {
    for (let rest = await listTasks(team(), null); rest.messages.length > 0; ) {
      for (const { id } of rest.messages) await finishMessage(team(), { id });
      rest = await listTasks(team(), null);
    }
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const waiting = await put("waiting", "letter");
    const whenever = await put("whenever", "phone");
    const far = await put("far", "phone", inDays(9));
    const near = await put("near", "letter", inDays(1));
    const alike = await put("alike", "phone", inDays(1));
    const all = [near, alike, far, waiting, whenever];
    expect((await listTasks(team(), null)).messages.map(({ id }) => id)).toEqual(all);
    for (const [n, id] of all.entries()) {
      const rest = (await listTasks(team(), id)).messages.map((one) => one.id);
      expect(rest).toEqual(all.slice(n + 1));
    }
  });
});

describe("failed e-mails", () => {
  it("are tried again from the beginning", async () => {
    const id = await put("failed", "email");
    expect(await retryMessage(team(), { id })).toEqual({ ok: true, already: true });
    await fail(id);
    expect((await listFailedEmails(team())).map((message) => message.id)).toEqual([id]);
    expect(await retryMessage(team(), { id })).toEqual({ ok: true, already: false });
    expect(await findMessage(team(), id)).toMatchObject({ state: "waiting", attempts: 0, trouble: null });
    expect(await acts(id)).toEqual(["outbox.retried"]);
    expect(await finishMessage(team(), { id })).toEqual({ ok: false, reason: "changed" });
    expect(await reopenMessage(team(), { id })).toEqual({ ok: false, reason: "changed" });
  });
});

describe("who may", () => {
  it.each([
    { kind: "anyone" },
    account("analyst"),
    account("org_contact"),
    account("scrutiny_officer"),
    account("resident"),
  ] as Actor[])("refuses %j like a message that is not there", async (actor) => {
    const id = await put(`refused-${JSON.stringify(actor)}`, "phone");
    for (const act of [finishMessage, reopenMessage, retryMessage]) {
      expect(await act(as(actor), { id })).toEqual({ ok: false, reason: "missing" });
      expect(await act(team(), { id: "nothing" })).toEqual({ ok: false, reason: "missing" });
    }
    expect(await stateOf(id)).toBe("waiting");
    expect(await acts(id)).toEqual([]);
  });
});
