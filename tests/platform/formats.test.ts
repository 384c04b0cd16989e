import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { messages } from "~/db/tables/platform";
import { type Ctx, write } from "~/platform/context.server";
import { deliver } from "~/platform/deliver.server";
import { channelFor, type Format, isLarge, makingOf } from "~/platform/formats";
import { letter } from "~/platform/letter.server";
import type { OutgoingMail } from "~/platform/mail.server";
import { type Reach, reshapeMessages, tell } from "~/platform/outbox.server";
import { finishMessage } from "~/platform/outbox-tasks.server";
import { listTasks } from "~/platform/read-messages.server";
import { aHouse, asStaff } from "../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
});

describe("how somebody is told", () => {
  const ways: [Format[], string | null, string, string, string][] = [
    [[], null, "email", "call", "letter"],
    [["large_print"], null, "email", "call", "letter"],
    [["easy_read"], null, "email", "call", "letter"],
    [["audio"], null, "by_hand", "call", "by_hand"],
    [["braille"], null, "by_hand", "call", "by_hand"],
    [["text_message"], null, "email", "text", "letter"],
    [["bsl"], null, "email", "text", "letter"],
    [["translation"], null, "email", "call", "letter"],
    [["translation"], "Tamil", "by_hand", "call", "by_hand"],
    [["large_print", "audio"], null, "by_hand", "call", "by_hand"],
  ];
  test.each(ways)("%j, %s: by email %s, by phone %s, by post %s", (formats, language, email, phone, post) => {
    expect(channelFor("email", formats, language)).toBe(email);
    expect(channelFor("phone", formats, language)).toBe(phone);
    expect(channelFor("letter", formats, language)).toBe(post);
  });

  test("what is made by hand says how", () => {
    expect(makingOf(["audio"], null)).toMatch(/record it/);
    expect(makingOf(["braille"], null)).toMatch(/braille/);
    expect(makingOf(["translation", "audio"], "Tamil")).toMatch(/put into Tamil, read it aloud/);
    expect(makingOf(["large_print"], null)).toBeNull();
  });

  test("large print and Easy Read are printed large", () => {
    expect([["large_print"], ["easy_read"], ["bsl"], []].map(isLarge)).toEqual([true, true, false, false]);
  });
});

const from = { name: "Larkmere", phone: "020 7946 0123", programme: "Closer to Home" };
const laidOut = letter({
  locale: "en",
  from,
  subject: "Your place",
  blocks: [{ kind: "text", text: "Hello" }],
});

async function told(reach: Partial<Reach>, key: string) {
  const whole = {
    channel: "email" as const,
    recipient: "rosa@example.org",
    name: `Rosa ${key}`,
    locale: "en",
  };
  await write(ctx, { locks: [] }, async (ctx) => {
    await tell(ctx, { ...whole, ...reach }, { ...laidOut, key, about: { kind: "registration", id: key } });
    return { ok: true };
  });
  return row(key);
}

async function row(key: string) {
  const [found] = await ctx.db.select().from(messages).where(eq(messages.key, key));
  return found ?? expect.fail(key);
}

describe("the outbox", () => {
  test("a recording by e-mail is a task for staff, and never sent by itself", async () => {
    const message = await told({ formats: ["audio"] }, "audio");
    expect(message).toMatchObject({ channel: "by_hand", formats: ["audio"], recipient: "rosa@example.org" });
    const sent: OutgoingMail[] = [];
    await deliver(ctx, async (mail) => void sent.push(mail));
    expect(sent).toEqual([]);
    expect((await listTasks(ctx, null)).messages.map((one) => one.key)).toContain("audio");
    expect(await finishMessage(asStaff(ctx, "team_member"), { id: message.id })).toMatchObject({ ok: true });
    expect((await row("audio")).state).toBe("done");
  });

  test("somebody who signs is texted instead of rung", async () => {
    const phone = { channel: "phone" as const, recipient: "07700 900123" };
    expect(await told({ ...phone, formats: ["bsl"] }, "bsl")).toMatchObject({ channel: "text" });
    expect(await told({ ...phone, formats: ["text_message"] }, "text")).toMatchObject({ channel: "text" });
    expect(await told({ ...phone, formats: ["audio"] }, "heard")).toMatchObject({ channel: "call" });
  });

  test("an e-mail in large print arrives in large print, any other does not", async () => {
    await told({ formats: ["large_print"] }, "large");
    await told({}, "usual");
    const sent: OutgoingMail[] = [];
    await deliver(ctx, async (mail) => void sent.push(mail));
    expect(sent.map((mail) => isLarge(mail.formats))).toEqual([true, false]);
  });

  test("what still waits is changed when they say what they need; what is done is not", async () => {
    const reach = { channel: "letter" as const, recipient: "1 Lock Lane", name: "Leonard", locale: "en" };
    await told(reach, "letter");
    const done = await told(reach, "done");
    await finishMessage(asStaff(ctx, "team_member"), { id: done.id });
    await write(ctx, { locks: [] }, async (ctx) => {
      await reshapeMessages(ctx, { ...reach, formats: ["braille"] });
      return { ok: true };
    });
    expect(await row("letter")).toMatchObject({ channel: "by_hand", formats: ["braille"] });
    expect(await row("done")).toMatchObject({ channel: "letter", formats: [] });
  });
});
