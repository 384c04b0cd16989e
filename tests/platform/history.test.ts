import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { jobs, messages } from "~/db/tables/platform";
import { type Ctx, write } from "~/platform/context.server";
import { findFact, noteFact } from "~/platform/facts.server";
import { closeHistory } from "~/platform/history.server";
import { newId } from "~/platform/ids.server";
import { schedule } from "~/platform/jobs.server";
import { tell } from "~/platform/outbox.server";
import { aHouse, later } from "../support/factories";

let house: Ctx;
beforeAll(async () => {
  house = await aHouse();
});

async function say(ctx: Ctx, key: string) {
  const about = { kind: "registration", id: newId() };
  const reach = { channel: "email", recipient: `${key}@example.org`, name: key, locale: "en" } as const;
  await tell(ctx, reach, { key, about, subject: "Your place", text: "Hello", html: null });
  await schedule(ctx, { name: "events.settle", subject: about.id, dueAt: ctx.now });
}

test("what a history had to say and do is over; what is older than it, or newer than its end, still waits", async () => {
  await write(later(house, -72), { locks: [] }, async (ctx) => {
    await say(ctx, "real");
    return { ok: true };
  });
  await write(house, { locks: ["*"], whole: true }, async (ctx) => {
    const madeSince = newId();
    await say({ ...ctx, now: later(house, -48).now }, "long ago");
    await say({ ...ctx, now: later(house, -1).now }, "just now");
    await closeHistory(ctx, { madeSince, before: later(house, -24).now });
    return { ok: true };
  });
  const mail = await house.db.select().from(messages).orderBy(asc(messages.id));
  expect(mail.map(({ key, state, doneAt }) => [key, state, doneAt])).toEqual([
    ["real", "waiting", null],
    ["long ago", "done", later(house, -48).now],
    ["just now", "waiting", null],
  ]);
  const work = await house.db.select().from(jobs).orderBy(asc(jobs.subject));
  expect(work.map((job) => job.doneAt)).toEqual([null, later(house, -48).now, null]);
});

test("in a write that is all or nothing, inner writes are kept together or undone together", async () => {
  const note = (ctx: Ctx, name: string, ok: boolean) =>
    write(ctx, { locks: [] }, async (ctx) => {
      await noteFact(ctx, name, "yes");
      return { ok };
    });
  const together = (second: boolean) =>
    write(house, { locks: ["*"], whole: true }, async (ctx) => {
      await note(ctx, "first", true);
      const { ok } = await note(ctx, "second", second);
      if (!ok) throw new Error("refused");
      return { ok: true };
    });
  await expect(together(false)).rejects.toThrow("refused");
  expect([await findFact(house, "first"), await findFact(house, "second")]).toEqual([null, null]);
  await together(true);
  expect([await findFact(house, "first"), await findFact(house, "second")]).toEqual(["yes", "yes"]);
});

test("a message is closed once: closing again changes nothing", async () => {
  const close = () =>
    write(house, { locks: ["*"] }, async (ctx) => {
      await closeHistory(ctx, { madeSince: "0", before: later(house, -24).now });
      return { ok: true };
    });
  await close();
  const first = await house.db.select().from(messages).where(eq(messages.state, "done"));
  await close();
  expect(await house.db.select().from(messages).where(eq(messages.state, "done"))).toEqual(first);
});
