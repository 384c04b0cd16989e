import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { discardEvent } from "~/features/events/discard-event.server";
import { publishEvent } from "~/features/events/publish-event.server";
import { findEvent, findEventRow } from "~/features/events/read.server";
import { rebuildEventSearch } from "~/features/events/rebuild-search.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  asAnyone,
  asStaff,
  CANALSIDE,
  getEvent,
  HIGHDOWN,
  later,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const found = async (words: string) => (await findByWords(ctx.db, words)).map((entry) => entry.path);

describe("publishing", () => {
  test("puts a draft before everyone and into search, once", async () => {
    const draft = await anEvent(ctx, { title: "Kite flying", traits: ["draft"] });
    expect(await findEvent(asAnyone(ctx), draft.slug)).toBeNull();
    expect(await found("kite")).toEqual([]);
    expect(await publishEvent(asStaff(ctx), draft)).toEqual({ ok: true, already: false });
    expect(await publishEvent(later(asStaff(ctx), 1), draft)).toEqual({ ok: true, already: true });
    expect(await getEvent(ctx, draft.id)).toMatchObject({ state: "published", publishedAt: ctx.now });
    expect(await findEvent(asAnyone(ctx), draft.slug)).not.toBeNull();
    expect(await found("kites")).toEqual(["/events/kite-flying"]);
  });

  test("lets it be found by venue, neighbourhood, its other name, host and description", async () => {
    await anEvent(ctx, { title: "Lantern making", description: "Bring *tissue paper*." });
    for (const words of [
      "lantern wharf",
      "lantern canalside",
      "lantern basin",
      "lantern bridges",
      "lantern tissue",
    ]) {
      expect(await found(words)).toEqual(["/events/lantern-making"]);
    }
  });

  test("keeps what is for staff out of search, also after a rebuild", async () => {
    await anEvent(ctx, { title: "Rota planning", traits: ["staff_only"] });
    const cancelled = await anEvent(ctx, { title: "Rota picnic", traits: ["cancelled"] });
    expect(await found("rota")).toEqual([`/events/${cancelled.slug}`]);
    const [before] = await findByWords(ctx.db, "rota");
    expect(before?.summary).toMatch(/^Cancelled\. /);
    const rebuilt = await rebuildEventSearch(asSystem(ctx, "tests"));
    expect(rebuilt.entries).toBeGreaterThanOrEqual(3);
    expect(await findByWords(ctx.db, "rota")).toEqual([before]);
    await expect(rebuildEventSearch(asStaff(ctx, "admin"))).rejects.toThrow();
  });

  test("is refused for what is over, by those who may not, and out of reach", async () => {
    const draft = await anEvent(ctx, { traits: ["draft"] });
    const publish = (who: Ctx) => publishEvent(who, draft);
    expect(await publish(later(asStaff(ctx), 24 * 60))).toEqual({ ok: false, reason: "past" });
    expect(await publish(asAnyone(ctx))).toEqual({ ok: false, reason: "missing" });
    expect(await publish(asStaff(ctx, "team_member", CANALSIDE))).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await publish(asStaff(ctx, "neighbourhood_lead", HIGHDOWN))).toEqual({
      ok: false,
      reason: "missing",
    });
    expect(await publishEvent(asStaff(ctx), { slug: "nowhere" })).toEqual({ ok: false, reason: "missing" });
    expect(await publish(asStaff(ctx, "neighbourhood_lead", CANALSIDE))).toMatchObject({ ok: true });
  });
});

describe("throwing away", () => {
  test("takes a draft and nothing else", async () => {
    const draft = await anEvent(ctx, { traits: ["draft"] });
    const published = await anEvent(ctx);
    expect(await discardEvent(asStaff(ctx, "analyst"), draft)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await cancelEvent(asStaff(ctx), { slug: draft.slug, typed: { reason: "Not needed." } })).toEqual({
      ok: false,
      reason: "draft",
    });
    expect(await discardEvent(asStaff(ctx), draft)).toEqual({ ok: true });
    expect(await findEventRow(ctx, { id: draft.id })).toBeNull();
    expect(await discardEvent(asStaff(ctx), published)).toEqual({ ok: false, reason: "published" });
  });
});
