import { beforeAll, expect, test } from "vitest";
import { discardActivity } from "~/features/engagement/discard-activity.server";
import { findActivityLink } from "~/features/engagement/read.server";
import { createEvent } from "~/features/events/create-event.server";
import { editEvent } from "~/features/events/edit-event.server";
import { listEventsOf } from "~/features/events/read.server";
import { getTyped } from "~/features/events/read-event-form.server";
import { findForStaff } from "~/features/events/read-staff.server";
import type { Ctx } from "~/platform/context.server";
import { anActivity } from "../../support/engagement";
import {
  aBorough,
  aHouse,
  anEvent,
  asAnyone,
  asStaff,
  CANALSIDE,
  eventTyped,
  getEvent,
  HIGHDOWN,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

test("an event is part of an activity, and each leads to the other", async () => {
  const activity = await anActivity(ctx, { title: "Evenings by the canal" });
  const event = await anEvent(ctx, { activity: activity.slug });
  const draft = await anEvent(ctx, { activity: activity.slug, traits: ["draft"] });
  expect(event.activityId).toBe(activity.id);
  expect(await findActivityLink(asAnyone(ctx), event.activityId)).toEqual({
    slug: activity.slug,
    title: activity.title,
  });
  const ids = async (who: Ctx) => (await listEventsOf(who, activity.id)).map((one) => one.event.id);
  expect(await ids(asAnyone(ctx))).toEqual([event.id]);
  expect((await ids(asStaff(ctx))).sort()).toEqual([event.id, draft.id].sort());
  const seen = await findForStaff(asStaff(ctx), event.slug);
  const typed = seen ? await getTyped(asStaff(ctx), seen) : {};
  expect(typed.activity).toBe(activity.slug);
  expect(
    await editEvent(asStaff(ctx), { slug: event.slug, typed: { ...typed, activity: "" } }),
  ).toMatchObject({
    ok: true,
  });
  expect((await getEvent(ctx, event.id)).activityId).toBeNull();
});

test("an event does not tell of an activity that its reader may not see", async () => {
  const hidden = await anActivity(ctx, { title: "Rotas", kind: "staff_engagement" });
  const event = await anEvent(ctx, { activity: hidden.slug });
  expect(await findActivityLink(asAnyone(ctx), event.activityId)).toBeNull();
  expect(await findActivityLink(asStaff(ctx), event.activityId)).not.toBeNull();
});

test("an organiser chooses among the borough's activities and their own", async () => {
  const theirs = await anActivity(ctx, { title: "On the hill", neighbourhood: "highdown" });
  const all = await anActivity(ctx, { title: "Everywhere" });
  const make = (who: Ctx, activity: string) => createEvent(who, { typed: eventTyped({ activity }) });
  const canalside = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
  expect(await make(canalside, theirs.slug)).toMatchObject({
    fields: { activity: ["Choose an activity from the list"] },
  });
  expect(await make(canalside, all.slug)).toMatchObject({ ok: true });
  expect(await make(asStaff(ctx, "neighbourhood_lead", HIGHDOWN), "nowhere")).toMatchObject({ ok: false });
});

test("a draft activity that is deleted leaves its events in peace", async () => {
  const activity = await anActivity(ctx, { title: "Perhaps", stage: "draft" });
  const event = await anEvent(ctx, { activity: activity.slug });
  expect(await discardActivity(asStaff(ctx), activity)).toEqual({ ok: true });
  const { activityId } = await getEvent(ctx, event.id);
  expect(await findActivityLink(asStaff(ctx), activityId)).toBeNull();
  const seen = await findForStaff(asStaff(ctx), event.slug);
  const typed = seen ? await getTyped(asStaff(ctx), seen) : {};
  expect(await editEvent(asStaff(ctx), { slug: event.slug, typed })).toMatchObject({ ok: true });
  expect((await getEvent(ctx, event.id)).activityId).toBeNull();
});
