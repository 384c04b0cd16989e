import { beforeAll, expect, test } from "vitest";
import { acceptOffer } from "~/features/events/accept-offer.server";
import { cancelRegistration, declineOffer } from "~/features/events/cancel-registration.server";
import { type HistoryNote, sentenceOf } from "~/features/events/history";
import { findParty } from "~/features/events/read-registrations.server";
import { findTwin, listHistory, listTold } from "~/features/events/read-staff-parties.server";
import { resizeEvent } from "~/features/events/resize-event.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, anEvent, aRegistration, asStaff, later } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const titles = async (id: string) => (await listHistory(ctx, id)).map((note) => sentenceOf(note).title);

test("a party that waits is told every skip, by whom and why, and when places are kept for it", async () => {
  const event = await anEvent(ctx, { capacity: "4" });
  for (let n = 0; n < 3; n += 1) await aRegistration(ctx, event);
  const large = await aRegistration(ctx, event, { party: "3" });
  const small = await aRegistration(ctx, event);
  for (const capacity of ["5", "6", "7"]) {
    await aRegistration(ctx, event);
    await resizeEvent(asStaff(ctx), { slug: event.slug, typed: { capacity } });
  }
  const notes = await listHistory(ctx, large.id);
  const skips = notes.filter((note) => note.what === "skipped");
  expect(skips).toHaveLength(3);
  expect(skips[0]?.passedBy).toEqual({ reference: small.reference, places: 1 });
  expect(sentenceOf(skips[0] as HistoryNote).text.replaceAll("\u00a0", " ")).toBe(
    `Booking ${small.reference}, which needed 1 place, went past: 1 place was free, and this party needs 3.`,
  );
  expect(await titles(large.id)).toEqual([
    "Joined the waiting list",
    "Someone else went past",
    "Someone else went past",
    "Someone else went past",
    "Places are kept for this party",
  ]);
});

test("an offer's story is told from the queue to its end", async () => {
  const event = await anEvent(ctx, { capacity: "1" });
  const first = await aRegistration(ctx, event);
  const yes = await aRegistration(ctx, event, { promote: "ask" });
  const no = await aRegistration(ctx, event, { promote: "ask" });
  await cancelRegistration(asStaff(ctx), { id: first.id });
  await acceptOffer(asStaff(later(ctx, 1)), { id: yes.id });
  await resizeEvent(asStaff(later(ctx, 2)), { slug: event.slug, typed: { capacity: "2" } });
  await declineOffer(asStaff(later(ctx, 3)), { id: no.id });
  expect(await titles(yes.id)).toEqual([
    "Joined the waiting list",
    "Was offered a place",
    "Said yes to the offer",
  ]);
  expect((await titles(no.id)).at(-1)).toBe("Said no to the offer");
  expect((await listTold(ctx, yes.id)).map((message) => message.channel)).toEqual([
    "email",
    "email",
    "email",
  ]);
});

test("every kind of decision has words", () => {
  const whats: HistoryNote["what"][] = [
    ...(["joined", "confirmed", "offered", "accepted", "skipped", "kept"] as const),
    ...(["declined", "lapsed", "left", "changed", "resized"] as const),
  ];
  for (const what of whats) {
    const { title, text } = sentenceOf({ id: "1", at: ctx.now, what, places: 2, free: 0, passedBy: null });
    expect(title).toMatch(/^[A-Z]/);
    expect(text).toMatch(/\.$/);
  }
});

test("a twin is found only while both are active", async () => {
  const event = await anEvent(ctx);
  const email = "twin@example.org";
  const first = await aRegistration(ctx, event, { email });
  const second = await aRegistration(ctx, event, { email });
  const partyOf = async (id: string) => {
    const party = await findParty(ctx, { id });
    if (!party) throw new Error("There is no such party.");
    return party;
  };
  expect((await findTwin(ctx, await partyOf(second.id)))?.registration.id).toBe(first.id);
  expect(await findTwin(ctx, await partyOf(first.id))).toBeNull();
  await cancelRegistration(ctx, { id: first.id });
  expect(await findTwin(ctx, await partyOf(second.id))).toBeNull();
});
