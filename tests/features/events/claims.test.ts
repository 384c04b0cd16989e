import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claims } from "~/db/tables/events-claims";
import { auditEvents } from "~/db/tables/platform";
import {
  adviseClaimant,
  claimPayment,
  declinePayment,
  offerToPerson,
} from "~/features/events/claim-payment.server";
import { decideClaim } from "~/features/events/decide-claim.server";
import { forgetWords } from "~/features/events/forget-words.server";
import { registrationLink } from "~/features/events/messages";
import { offerPayment } from "~/features/events/offer-payment.server";
import type { EventRow } from "~/features/events/read.server";
import { findClaimant, listOpenClaims, sumPayments } from "~/features/events/read-claims.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  at,
  HIGHDOWN,
} from "../../support/factories";

let house: Ctx;
let event: EventRow;
let link: string;
let id: string;
const on = (wall: string, ctx = house): Ctx => ({ ...ctx, now: at(wall) });
const afterwards = () => on("2026-07-02T10:00");
const me = () => asAnyone(afterwards());

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
});

beforeEach(async () => {
  event = await anEvent(house);
  for (const [basis, most] of [
    ["expenses", "20"],
    ["time", "£30"],
  ]) {
    const typed = { basis, most, words: "£30 for the evening, and the bus" };
    expect(await offerPayment(asStaff(house), { slug: event.slug, typed })).toEqual({ ok: true });
  }
  const registration = await aRegistration(house, event, { name: "Ada Quill" });
  link = registrationLink(house, registration);
  id = registration.id;
});

const time = () => ({ key: { link }, basis: "time" as const });
const claim = (typed: Record<string, unknown> = {}, ctx = me()) =>
  claimPayment(ctx, { ...time(), typed: { amount: "30", words: "The evening", ...typed } });
const rows = () => house.db.select().from(claims).where(eq(claims.registrationId, id));
const decide = async (typed: Record<string, unknown>, ctx = asStaff(afterwards())) =>
  decideClaim(ctx, { id: (await rows())[0]?.id ?? "", typed });

describe("by somebody's own link", () => {
  test("the advice comes first, then the claim, once the event has begun", async () => {
    expect(await claim()).toMatchObject({ reason: "not_advised" });
    expect(await adviseClaimant(me(), time())).toEqual({ ok: true });
    expect(await claim({}, asAnyone(house))).toMatchObject({ reason: "too_early" });
    expect(await claim()).toEqual({ ok: true });
    expect(await rows()).toMatchObject([{ state: "claimed", pence: 3000, words: "The evening" }]);
    expect(await claim({ amount: "5" })).toMatchObject({ reason: "changed" });
  });

  test("not more than the event offers, no amount that is none, and no bank details", async () => {
    await adviseClaimant(me(), time());
    expect(await claim({ amount: "30.01" })).toMatchObject({ fields: { amount: ["problems.amountTooBig"] } });
    expect(await claim({ amount: "lots" })).toMatchObject({ fields: { amount: ["problems.amount"] } });
    expect(await claim({ words: "to 12-34-56 12345678 please" })).toMatchObject({
      fields: { words: ["problems.bankDetails"] },
    });
    expect(await rows()).toMatchObject([{ state: "advised", pence: null, words: null }]);
  });

  test("no is an answer like yes, needs no reason, and can be taken back", async () => {
    expect(await declinePayment(me(), time())).toEqual({ ok: true });
    expect(await rows()).toMatchObject([{ state: "declined", pence: null }]);
    expect(await adviseClaimant(me(), time())).toEqual({ ok: true });
    expect(await claim()).toEqual({ ok: true });
    await decide({ act: "approve" });
    await decide({ act: "paid", paidBy: "cash" });
    expect(await declinePayment(me(), time())).toMatchObject({ reason: "changed" });
  });

  test("nobody claims with another link, without a place, or for what the event does not pay for", async () => {
    const made = { key: { link: `${link.slice(0, -3)}AAA` }, basis: "time" as const };
    expect(await adviseClaimant(me(), made)).toMatchObject({ reason: "missing" });
    const other = await anEvent(house, { title: "Pays nothing", capacity: "1" });
    const [has, waits] = [await aRegistration(house, other), await aRegistration(house, other)];
    for (const one of [has, waits]) {
      const key = { link: registrationLink(house, one) };
      expect(await adviseClaimant(me(), { key, basis: "time" })).toMatchObject({ reason: "missing" });
    }
    await offerPayment(asStaff(house), {
      slug: other.slug,
      typed: { basis: "time", most: "5", words: "For your time" },
    });
    const waiting = { key: { link: registrationLink(house, waits) }, basis: "time" as const };
    expect(await adviseClaimant(me(), waiting)).toMatchObject({ reason: "missing" });
  });

  test("two at once are one claim", async () => {
    await Promise.all([adviseClaimant(me(), time()), adviseClaimant(me(), time())]);
    const answers = await Promise.all([claim(), claim()]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });
});

describe("by staff", () => {
  test("for somebody who rings: offered, advised, claimed, approved and paid, each once and in order", async () => {
    const staff = asStaff(afterwards());
    const key = { id };
    expect(await offerToPerson(staff, { key, basis: "time" })).toEqual({ ok: true });
    expect(await decide({ act: "approve" })).toMatchObject({ reason: "changed" });
    expect(await decide({ act: "advised" })).toMatchObject({ ok: true });
    const typed = { amount: "20", words: "Part of the evening" };
    expect(await claimPayment(staff, { key, basis: "time", typed })).toEqual({ ok: true });
    expect(await decide({ act: "approve", amount: "31" })).toMatchObject({ reason: "invalid" });
    expect(await decide({ act: "approve", amount: "25" })).toMatchObject({ ok: true });
    expect(await decide({ act: "paid" })).toMatchObject({ fields: { paidBy: [expect.any(String)] } });
    expect(await decide({ act: "paid", paidBy: "voucher" })).toMatchObject({ ok: true });
    expect(await decide({ act: "paid", paidBy: "voucher" })).toMatchObject({ reason: "changed" });
    expect(await rows()).toMatchObject([{ state: "paid", pence: 2500, paidBy: "voucher" }]);
  });

  test("only by those who run the event", async () => {
    await adviseClaimant(me(), time());
    await claim();
    for (const ctx of [
      asStaff(afterwards(), "team_member"),
      asStaff(afterwards(), "neighbourhood_lead", HIGHDOWN),
      me(),
    ]) {
      expect(await decide({ act: "approve" }, ctx)).toMatchObject({ reason: "missing" });
      expect(await findClaimant(ctx, { id })).toBeNull();
      expect((await listOpenClaims(ctx, 10)).map((row) => row.claim.registrationId)).not.toContain(id);
    }
    const open = await listOpenClaims(asStaff(afterwards()), 10);
    expect(open.map((row) => row.claim.registrationId)).toContain(id);
  });

  test("totals are what was paid, and the record has amounts but no names and no words", async () => {
    const before = (await sumPayments(asStaff(afterwards()))).all;
    await adviseClaimant(me(), time());
    await claim({ words: "Minding the door" });
    expect((await sumPayments(asStaff(afterwards()))).all).toEqual(before);
    await decide({ act: "approve" });
    await decide({ act: "paid", paidBy: "cash" });
    const { all } = await sumPayments(asStaff(afterwards()));
    expect([all.pence - before.pence, all.people - before.people]).toEqual([3000, 1]);
    const trail = await house.db.select().from(auditEvents);
    expect(JSON.stringify(trail)).not.toMatch(/Minding|Quill/);
    expect(trail.filter((row) => row.act === "events.claim_decided").at(-1)?.detail).toMatchObject({
      pence: 3000,
    });
  });
});

test("after six years what was claimed for goes, and the amount stays", async () => {
  await adviseClaimant(me(), time());
  await claim();
  await forgetWords(on("2032-06-30T10:00"));
  expect(await rows()).toMatchObject([{ words: "The evening" }]);
  await forgetWords(on("2032-07-02T10:00"));
  expect(await rows()).toMatchObject([{ words: "", pence: 3000 }]);
});
