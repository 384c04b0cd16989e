import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { feedbackForms } from "~/db/tables/events-feedback";
import { auditEvents, messages } from "~/db/tables/platform";
import { askForFeedback } from "~/features/events/ask-for-feedback.server";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { closeList } from "~/features/events/close-list.server";
import { forgetWords } from "~/features/events/forget-words.server";
import { giveFeedback } from "~/features/events/give-feedback.server";
import { judgeFeedback } from "~/features/events/judge-feedback.server";
import type { EventRow } from "~/features/events/read.server";
import {
  countFeedback,
  feedbackLink,
  findAttender,
  listFeedbackWords,
} from "~/features/events/read-feedback.server";
import { listQuotable } from "~/features/events/read-heard.server";
import { addTheme } from "~/features/places/add-theme.server";
import type { Ctx } from "~/platform/context.server";
import { arrival, send } from "../../support/door";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  at,
  getRegistration,
  HIGHDOWN,
} from "../../support/factories";

let house: Ctx;
let event: EventRow;
const on = (wall: string, ctx = house): Ctx => ({ ...ctx, now: at(wall) });
const afterwards = () => on("2026-07-02T17:00");
const GOOD = { rating: "4", hadSay: "5", feltHeard: "yes", good: "The tea", mayPrint: "yes" };

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
});

beforeEach(async () => {
  event = await anEvent(house, { capacity: "2" });
});

const byLink = (link: string, typed: Record<string, unknown> = GOOD, ctx = asAnyone(afterwards())) =>
  giveFeedback(ctx, { by: { link }, typed, limitBy: null });
const openly = (typed: Record<string, unknown> = GOOD, ctx = asAnyone(afterwards()), submissionId?: string) =>
  giveFeedback(ctx, { by: { slug: event.slug }, typed, submissionId, limitBy: null });
const byStaff = (ctx: Ctx, channel: "paper" | "phone" = "paper") =>
  giveFeedback(ctx, { by: { slug: event.slug, channel }, typed: GOOD, limitBy: null });
const forms = () => house.db.select().from(feedbackForms).where(eq(feedbackForms.eventId, event.id));

describe("once for each who brings a link", () => {
  test("the second time is refused, and nothing tells whose answers they are", async () => {
    const one = await aRegistration(house, event, { name: "Ada Quill" });
    const link = feedbackLink(house, one);
    expect(await byLink(link)).toEqual({ ok: true, slug: event.slug });
    expect(await byLink(link, { rating: "1" })).toMatchObject({ reason: "given" });
    const [form] = await forms();
    expect(form).toMatchObject({ rating: 4, hadSay: 5, channel: "link", givenDay: "2026-07-02", came: true });
    expect((await getRegistration(house, one.id)).gaveFeedback).toBe(true);
    const trail = await house.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.act, "events.feedback_given"));
    expect(trail.filter((row) => row.subjectId === event.id)).toMatchObject([
      { subjectKind: "event", detail: { channel: "link" } },
    ]);
    expect(JSON.stringify([form, trail])).not.toContain(one.id);
    expect(JSON.stringify([form, trail])).not.toContain(one.participantId);
  });

  test("two at once count as one", async () => {
    const link = feedbackLink(house, await aRegistration(house, event));
    const answers = await Promise.all([byLink(link), byLink(link), byLink(link)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await forms()).toHaveLength(1);
  });

  test("a link that was made up, or for another purpose, opens nothing", async () => {
    const one = await aRegistration(house, event);
    const link = feedbackLink(house, one);
    for (const wrong of ["", "x".repeat(43), `${link.slice(0, -4)}AAAA`])
      expect(await byLink(wrong)).toMatchObject({ reason: "missing" });
    expect(
      await findAttender(asAnyone(afterwards()), feedbackLink(house, { ...one, tokenVersion: 2 })),
    ).toBeNull();
  });
});

describe("without a link", () => {
  test("anyone may, in the time for it; the same form sent twice is one", async () => {
    expect(await openly(GOOD, asAnyone(on("2026-07-01T18:00")))).toMatchObject({ reason: "not_yet" });
    expect(await openly(GOOD, undefined, "once")).toMatchObject({ ok: true });
    expect(await openly(GOOD, undefined, "once")).toMatchObject({ ok: true });
    expect(await forms()).toHaveLength(1);
    expect(await openly(GOOD, asAnyone(on("2026-07-24T10:00")))).toMatchObject({ reason: "closed" });
  });

  test("something has to be said, nothing has to be answered, and nonsense is no answer", async () => {
    expect(await openly({ mayPrint: "yes" })).toMatchObject({
      fields: { rating: ["problems.feedbackEmpty"] },
    });
    expect(await openly({ better: "12-34-56 12345678" })).toMatchObject({
      fields: { better: ["problems.bankDetails"] },
    });
    expect(await openly({ rating: "9", better: "A lift" })).toMatchObject({ ok: true });
    expect(await forms()).toMatchObject([{ rating: null, better: "A lift", mayPrint: false }]);
  });

  test("those who did not come say what would have helped, and are counted apart", async () => {
    expect(await openly({ came: "no", rating: "1" })).toMatchObject({ reason: "invalid" });
    expect(await openly({ came: "no", better: "A bus in the evening" })).toMatchObject({ ok: true });
    await openly();
    expect(await countFeedback(house, event.id)).toMatchObject({
      forms: 1,
      absent: 1,
      rating: { answered: 1 },
    });
  });

  test("staff type paper forms, also when the time is over; others' staff don't", async () => {
    const late = on("2026-08-20T10:00");
    expect(await byStaff(asStaff(late))).toMatchObject({ ok: true });
    expect(await byStaff(asStaff(late, "team_member", HIGHDOWN))).toMatchObject({ reason: "missing" });
    expect(await byStaff(asAnyone(afterwards()), "phone")).toMatchObject({ reason: "missing" });
    expect(await forms()).toMatchObject([{ channel: "paper" }]);
  });

  test("an event for staff or a draft answers like a missing one", async () => {
    for (const trait of ["staff_only", "draft"] as const) {
      event = await anEvent(house, { traits: [trait] });
      expect(await openly()).toMatchObject({ reason: "missing" });
    }
  });
});

describe("people are asked, once", () => {
  const asked = async () => {
    const rows = await house.db.select().from(messages).where(eq(messages.aboutKind, "registration"));
    return rows.filter((row) => row.key.startsWith("feedback:"));
  };

  test("by the way that they chose; in other words when they had no place; not when they gave it up", async () => {
    const byMail = await aRegistration(house, event, { name: "Ada" });
    const byPhone = await aRegistration(house, event, {
      name: "Bo",
      contact: "phone",
      phone: "07700 900 412",
    });
    const waited = await aRegistration(house, event, { name: "Cy" });
    const left = await aRegistration(house, event, { name: "Di" });
    await cancelRegistration(house, { id: left.id });
    await byLink(feedbackLink(house, await aRegistration(house, await anEvent(house))));

    expect(await askForFeedback(on("2026-07-02T16:45"))).toEqual({ ok: true, asked: 0 });
    await askForFeedback(on("2026-07-04T20:45"));
    await askForFeedback(on("2026-07-04T21:45"));
    const of = async (id: string) => (await asked()).filter((row) => row.aboutId === id);
    expect(await of(byMail.id)).toMatchObject([{ channel: "email", subject: "How was it?" }]);
    expect(await of(byPhone.id)).toMatchObject([{ channel: "call", subject: "How was it?" }]);
    expect(await of(waited.id)).toMatchObject([{ channel: "email", subject: "Sorry that you missed it" }]);
    expect(await of(left.id)).toEqual([]);
    expect((await of(byMail.id))[0]?.text).toContain(`/feedback/${feedbackLink(house, byMail)}`);
  });

  test("once the list is closed, at once, and in other words to who had a place and did not come", async () => {
    const came = await aRegistration(house, event);
    const stayedAway = await aRegistration(house, event);
    const door = asStaff(on("2026-07-01T18:20"));
    await send(door, event, [arrival(came)]);
    await closeList(asStaff(on("2026-07-02T10:00")), event);
    await askForFeedback(on("2026-07-02T16:45"));
    const subjects = new Map((await asked()).map((row) => [row.aboutId, row.subject]));
    expect(subjects.get(came.id)).toBe("How was it?");
    expect(subjects.get(stayedAway.id)).toBe("Sorry that you missed it");
  });

  test("not about a cancelled event, nor long after; and by the house alone", async () => {
    const cancelled = await anEvent(house);
    const one = await aRegistration(house, cancelled);
    const { cancelEvent } = await import("~/features/events/cancel-event.server");
    await cancelEvent(house, { slug: cancelled.slug, typed: { reason: "No heating in the hall." } });
    const two = await aRegistration(house, event);
    await askForFeedback(on("2026-07-20T16:45"));
    expect((await asked()).map((row) => row.aboutId)).not.toContain(one.id);
    expect((await asked()).map((row) => row.aboutId)).not.toContain(two.id);
    await expect(askForFeedback(asStaff(afterwards(), "admin"))).rejects.toThrow();
  });
});

test("after two years the words go, and the answers stay", async () => {
  await openly();
  await forgetWords(on("2028-07-03T10:00"));
  expect(await forms()).toMatchObject([{ rating: 4, good: null, better: null, mayPrint: false }]);
});

describe("words of feedback", () => {
  test("have the themes of notes, given to several forms at once and taken back", async () => {
    const typed = { label: "Transport", plainLabel: "Buses", origin: "resident", aliases: "", parent: "" };
    await addTheme(house, { typed });
    await openly({ ...GOOD, good: "The bus home", mayPrint: "yes" });
    await openly({ ...GOOD, good: "The tea" });
    const [bus] = (await forms()).filter((form) => form.good === "The bus home");
    const judge = (act: string, ctx = house) =>
      judgeFeedback(ctx, { slug: event.slug, typed: { act, forms: bus?.id ?? "", theme: "transport" } });
    expect(await judge("give", asStaff(house, "analyst"))).toMatchObject({ reason: "missing" });
    expect(await judge("give")).toEqual({ ok: true, done: 1 });
    const { forms: read } = await listFeedbackWords(house, event.id);
    expect(read.map((form) => [form.good, form.themes]).sort()).toEqual([
      ["The bus home", ["Buses"]],
      ["The tea", []],
    ]);
    const quotable = await listQuotable(house, event.id);
    expect(quotable.find((one) => one.text === "The bus home")?.themes).toEqual(["transport"]);
    await judge("take");
    expect((await listFeedbackWords(house, event.id)).forms.flatMap((form) => form.themes)).toEqual([]);
    expect(await judgeFeedback(house, { slug: event.slug, typed: { act: "give" } })).toMatchObject({
      fields: { forms: [expect.any(String)], theme: [expect.any(String)] },
    });
  });
});
