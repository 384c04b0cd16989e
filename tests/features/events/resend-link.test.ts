import { and, count, eq, like } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { jobs, messages } from "~/db/tables/platform";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { resendLinks, resendNow } from "~/features/events/resend-link.server";
import { type Ctx, write } from "~/platform/context.server";
import { runDueJobs } from "~/platform/jobs.server";
import { aBorough, aHouse, anEvent, aRegistration, asAnyone, asStaff, later } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});
beforeEach(async () => {
  await write(ctx, { locks: [] }, async ({ db }) => {
    await db.delete(jobs);
    return { ok: true };
  });
});

const ask = (email: string, who: Ctx = asAnyone(ctx), limitBy: string | null = null) =>
  resendLinks(who, { typed: { email }, limitBy });
const run = (who: Ctx) =>
  runDueJobs(who, { "events.resend-links": async (c, mark) => void (await resendNow(c, { mark })) });
const sentTo = async (recipient: string, who = ctx) => {
  const [row] = await who.db
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.recipient, recipient), like(messages.key, "%:link_again:%")));
  return row?.n;
};

test("the links of every active registration to come are mailed, and of no other", async () => {
  const email = "Wren@example.org";
  const coming = await anEvent(ctx, { title: "Coming" });
  const called_off = await anEvent(ctx, { title: "Left", capacity: "5" });
  await aRegistration(ctx, coming, { email });
  await aRegistration(ctx, coming, { email, name: "Wren again" });
  const left = await aRegistration(ctx, called_off, { email });
  await cancelRegistration(ctx, { id: left.id });
  await aRegistration(ctx, coming, { email: "somebody.else@example.org" });

  expect(await ask("wren@EXAMPLE.org ")).toEqual({ ok: true });
  expect(await run(ctx)).toBe(1);
  expect(await sentTo(email)).toBe(2);
  expect(await sentTo("somebody.else@example.org")).toBe(0);

  // A link can be lost again; a job that runs twice in one minute is one.
  await ask(email, later(asAnyone(ctx), 1));
  await run(later(ctx, 1));
  await ask(email, { ...later(asAnyone(ctx), 1), now: new Date(later(ctx, 1).now.getTime() + 20_000) });
  await run({ ...ctx, now: new Date(later(ctx, 1).now.getTime() + 30_000) });
  expect(await sentTo(email)).toBe(4);
});

test("an unknown address gets the same answer and the same work, and no job holds an address", async () => {
  const event = await anEvent(ctx);
  await aRegistration(ctx, event, { email: "known@example.org" });
  expect(await ask("known@example.org")).toEqual(await ask("nobody@example.org"));
  const asked = await ctx.db.select().from(jobs);
  expect(asked).toHaveLength(2);
  expect(JSON.stringify(asked)).not.toContain("example");
  expect(await run(ctx)).toBe(2);
  expect(await sentTo("known@example.org")).toBe(1);
  expect(await sentTo("nobody@example.org")).toBe(0);
});

test("a visitor who asks too often is told so; an address that is asked for too often is not", async () => {
  const event = await anEvent(ctx);
  await aRegistration(ctx, event, { email: "often@example.org" });
  const who = asAnyone(ctx);
  for (let n = 0; n < 10; n += 1)
    expect(await ask(`n${n}@example.org`, who, "192.0.2.1")).toEqual({ ok: true });
  expect(await ask("n@example.org", who, "192.0.2.1")).toEqual({ ok: false, reason: "too_many" });
  const before = (await ctx.db.select().from(jobs)).length;
  for (let n = 0; n < 6; n += 1) {
    const moment = { ...who, now: new Date(who.now.getTime() + n * 60_000) };
    expect(await ask("often@example.org", moment, `192.0.2.${n + 2}`)).toEqual({ ok: true });
  }
  expect((await ctx.db.select().from(jobs)).length - before).toBe(3);
});

test("what is no address is refused, and nobody but the house sends", async () => {
  expect(await ask("not an address")).toMatchObject({ ok: false, fields: { email: ["problems.email"] } });
  await expect(resendNow(asStaff(ctx, "admin"), { mark: "x" })).rejects.toThrow();
});
