import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { accounts, roleGrants } from "~/db/tables/people";
import { messages } from "~/db/tables/platform";
import type { Role } from "~/platform/actor";
import { type Ctx, write } from "~/platform/context.server";
import { ctxFor, openHouse } from "~/platform/house.server";
import { newId } from "~/platform/ids.server";
import { tell } from "~/platform/outbox.server";
import { startSession } from "~/platform/session.server";
import * as done from "~/routes/messages/done-messages";
import * as failed from "~/routes/messages/failed-emails";
import * as letter from "~/routes/messages/message-letter";
import * as list from "~/routes/messages/messages";
import * as outbox from "~/routes/messages/outbox";
import * as outboxMessage from "~/routes/messages/outbox-message";
import * as outboxHtml from "~/routes/messages/outbox-message-html";
import { aBorough, aHouse } from "../support/factories";

let ctx: Ctx;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  openHouse(ctx.store);
  for (const role of ["team_member", "analyst"] as const) cookies.set(role, await signedInAs(role));
});

/** Cookie of somebody who holds one role over the borough and has given their second factor. */
async function signedInAs(role: Role): Promise<string> {
  const now = new Date();
  const id = newId();
  await write(ctx, { locks: [] }, async ({ db }) => {
    const account = { id, slug: role, name: role, nameFolded: role, email: `${role}@example.org` };
    await db.insert(accounts).values({ ...account, state: "active", createdAt: now });
    await db.insert(roleGrants).values({
      id: newId(),
      accountId: id,
      role,
      scopeKind: "borough",
      scopeId: null,
      fromDay: "2020-01-01",
      createdAt: now,
    });
    return { ok: true };
  });
  const line = await startSession(ctxFor({ kind: "anyone" }), id, {
    browser: "test",
    isStaff: true,
    secondFactor: true,
  });
  return line.split(";")[0] ?? "";
}

async function put(channel: "email" | "phone" | "letter", recipient: string): Promise<string> {
  const key = newId();
  await write(ctx, { locks: [] }, async (ctx) => {
    const reach = { channel, recipient, name: "Rosa", locale: "en" };
    const about = { kind: "registration", id: "r1" };
    await tell(ctx, reach, {
      key,
      about,
      subject: "Your place",
      text: "Hello\n\nBye\n\n-- \nUs",
      html: "<p>",
    });
    return { ok: true };
  });
  const [row] = await ctx.db.select().from(messages).where(eq(messages.key, key));
  return row?.id ?? expect.fail(key);
}

const stateOf = async (id: string) =>
  (await ctx.db.select().from(messages).where(eq(messages.id, id)))[0]?.state;

function ask(path: string, { role = "team_member" as Role | null, form = {}, id = "" } = {}) {
  const headers = new Headers(role ? { cookie: cookies.get(role) ?? "" } : {});
  const posted = Object.keys(form).length > 0;
  const request = new Request(`http://localhost${path}`, {
    headers,
    ...(posted ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });
  const page = { keep: false, params: [] };
  const context = { locale: "en", page, clientAddress: "127.0.0.1", requestId: "r" };
  return { request, params: id ? { id } : {}, context };
}

/** The status that a loader or action threw, and where it sends people to. */
async function refusal(answer: Promise<unknown>): Promise<string> {
  const thrown: unknown = await answer.then(
    () => expect.fail("should have been refused"),
    (error) => error,
  );
  if (!(thrown instanceof Response)) throw thrown;
  return `${thrown.status} ${thrown.headers.get("location") ?? ""}`.trim();
}

describe("calls and letters", () => {
  it("are done and undone by those who work with residents", async () => {
    const id = await put("phone", "07700 900123");
    expect((await list.loader(ask("/manage/messages"))).messages.map((one) => one.id)).toContain(id);
    const answer = await list.action(ask("/manage/messages", { form: { id, act: "done" } }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/manage/messages?seen=${id}`]);
    expect(await stateOf(id)).toBe("done");
    expect((await list.loader(ask(`/manage/messages?seen=${id}`))).seen).toMatchObject({ id, state: "done" });
    expect((await done.loader(ask("/manage/messages/done"))).messages.map((one) => one.id)).toContain(id);
    await list.action(ask("/manage/messages", { form: { id, act: "undo" } }));
    expect(await stateOf(id)).toBe("waiting");
  });

  it("print as a letter, and nothing else does", async () => {
    const id = await put("letter", "Rosa\n1 High Street");
    const page = await letter.loader(ask("/x?size=large", { id }));
    expect(page).toMatchObject({ large: true, message: { id } });
    const call = await put("phone", "07700 900123");
    expect(await refusal(letter.loader(ask("/x", { id: call })))).toBe("404");
    expect(await refusal(letter.loader(ask("/x", { id: "nothing" })))).toBe("404");
  });

  it("show failed e-mails and try them again", async () => {
    const id = await put("email", "rosa@example.org");
    await write(ctx, { locks: [] }, async ({ db }) => {
      await db.update(messages).set({ state: "failed" }).where(eq(messages.id, id));
      return { ok: true };
    });
    expect((await list.loader(ask("/manage/messages"))).failed).toBe(1);
    expect((await failed.loader(ask("/manage/messages/failed"))).messages.map((one) => one.id)).toEqual([id]);
    const answer = await failed.action(ask("/manage/messages/failed", { form: { id } }));
    expect(answer.headers.get("location")).toBe("/manage/messages/failed?retried");
    expect(await stateOf(id)).toBe("waiting");
  });

  it("answer a message that is not there like one that may not be seen", async () => {
    const form = { id: "nothing", act: "done" };
    expect(await refusal(list.action(ask("/manage/messages", { form })))).toBe("404");
    expect(await refusal(failed.action(ask("/manage/messages/failed", { form })))).toBe("404");
  });
});

describe("everybody else", () => {
  const pages = { list, failed, done, letter };

  it.each(Object.keys(pages) as (keyof typeof pages)[])("is kept out of %s", async (name) => {
    const { loader } = pages[name];
    expect(await refusal(loader(ask("/manage/messages", { role: null })))).toBe(
      "302 /sign-in?then=%2Fmanage%2Fmessages",
    );
    expect(await refusal(loader(ask("/manage/messages", { role: "analyst" })))).toBe("403");
  });

  it("cannot post either", async () => {
    const id = await put("phone", "07700 900123");
    for (const { action } of [list, failed]) {
      const form = { id, act: "done" };
      expect(await refusal(action(ask("/manage/messages", { role: null, form })))).toBe("302 /sign-in");
      expect(await refusal(action(ask("/manage/messages", { role: "analyst", form })))).toBe("403");
    }
    expect(await stateOf(id)).toBe("waiting");
  });
});

it("has no outbox page outside demo mode, for staff neither", async () => {
  const id = await put("email", "rosa@example.org");
  for (const { loader } of [outbox, outboxMessage, outboxHtml]) {
    expect(await refusal(loader(ask("/manage/outbox", { id })))).toBe("404");
    expect(await refusal(loader(ask("/manage/outbox", { id, role: null })))).toBe("404");
  }
});
