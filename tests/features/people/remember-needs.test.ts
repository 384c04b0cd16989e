import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { communicationNeeds, consents, participants } from "~/db/tables/people";
import { needReviews } from "~/db/tables/people-needs";
import { messages } from "~/db/tables/platform";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { registerForEvent } from "~/features/events/register.server";
import { answerReview } from "~/features/people/answer-review.server";
import { forgetRememberedNeeds } from "~/features/people/forget-remembered-needs.server";
import { localeNamed } from "~/features/people/language";
import { reviewLink } from "~/features/people/messages";
import {
  findRemembered,
  findRememberedForStaff,
  findReviewed,
  findWay,
  listReviews,
} from "~/features/people/read-remembered.server";
import { rememberNeeds } from "~/features/people/remember-needs.server";
import { reviewNeeds } from "~/features/people/review-needs.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  asAnyone,
  asStaff,
  at,
  getRegistration,
  HIGHDOWN,
} from "../../support/factories";

let house: Ctx;
let n = 0;
beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
});

type Typed = Record<string, unknown>;
let event: { slug: string };
let leonard: Typed;
beforeEach(async () => {
  n += 1;
  event = await anEvent(house, { title: `Evening ${n}`, capacity: "50" });
  leonard = { name: `Leonard ${n}`, contact: "letter", address: `${n} Hill Rise, Larkmere` };
});

const on = (wall: string): Ctx => ({ ...house, now: at(wall) });

async function booked(typed: Typed, at = event) {
  const saved = await registerForEvent(asAnyone(house), { slug: at.slug, typed, locale: "en" });
  if (!saved.ok) throw new Error(saved.reason);
  const { participantId } = await getRegistration(house, saved.id);
  const [person] = await house.db.select().from(participants).where(eq(participants.id, participantId));
  return { id: saved.id, person: person ?? expect.fail("nobody") };
}

const remember = (participantId: string, needs: string[], more: Typed = {}) =>
  rememberNeeds(asAnyone(house), { participantId, typed: { needs, ...more }, channel: "web" });

const toldAbout = (id: string) =>
  house.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutId, id)));

describe("remembering", () => {
  test("nothing is remembered until they ask, and then with their consent", async () => {
    const { person } = await booked({ ...leonard, needs: ["large_print"] });
    expect(await findRemembered(house, person)).toBeNull();
    expect(await findWay(house, person)).toEqual({ formats: [], locale: null, language: null });
    expect(await remember(person.id, [])).toMatchObject({
      reason: "invalid",
      fields: { needs: ["problems.remember"] },
    });
    expect(await remember(person.id, ["telepathy"])).toMatchObject({ reason: "invalid" });
    expect(await remember(person.id, ["large_print", "step_free"])).toEqual({ ok: true });
    const word = await house.db.select().from(consents).where(eq(consents.participantId, person.id));
    expect(word).toMatchObject([{ purpose: "remember_needs", given: true, channel: "web" }]);
    expect((await findRemembered(house, person))?.needs.map((row) => row.need).sort()).toEqual([
      "large_print",
      "step_free",
    ]);
  });

  test("a letter that waits is printed large from then on, and so is the next", async () => {
    const first = await booked(leonard);
    expect((await toldAbout(first.id))[0]).toMatchObject({ channel: "letter", formats: [] });
    await remember(first.person.id, ["large_print"]);
    expect((await toldAbout(first.id))[0]).toMatchObject({ channel: "letter", formats: ["large_print"] });
  });

  const formats: [string, Typed, Typed, Typed, RegExp][] = [
    ["large_print", { contact: "email" }, {}, { channel: "email", formats: ["large_print"] }, /is saved/],
    [
      "easy_read",
      { contact: "email" },
      {},
      { channel: "email", formats: ["easy_read"] },
      /We will see you there\./,
    ],
    ["audio", { contact: "email" }, {}, { channel: "by_hand", formats: ["audio"] }, /is saved/],
    ["text_message", { contact: "phone" }, {}, { channel: "text" }, /is saved/],
    ["bsl", { contact: "phone" }, {}, { channel: "text" }, /example\.org\/bsl/],
    ["bsl", { contact: "email" }, {}, { channel: "email" }, /British Sign Language[\s\S]*example\.org\/bsl/],
    [
      "translation",
      { contact: "email" },
      { language: "Polish" },
      { channel: "email", locale: "pl" },
      /Masz miejsce/,
    ],
    [
      "translation",
      { contact: "email" },
      { language: "Tamil" },
      { channel: "by_hand", language: "Tamil" },
      /is saved/,
    ],
  ];
  test.each(formats)(
    "%s decides the next message too, under the same name and contact (%j)",
    async (need, way, more, wanted, words) => {
      const who = { name: `Rosa ${n}`, email: `rosa${n}@example.org`, phone: `07700 90${1000 + n}`, ...way };
      const { person } = await booked(who);
      await remember(person.id, [need], more);
      const next = await anEvent(house, { title: `Another evening ${n}` });
      const again = await booked(who, next);
      const [message] = await toldAbout(again.id);
      expect(message).toMatchObject(wanted);
      expect(message?.text).toMatch(words);
    },
  );

  test("audio for someone who is rung is a call", async () => {
    const who = { name: `Nuala ${n}`, contact: "phone", phone: `07700 91${1000 + n}` };
    const { person } = await booked(who);
    await remember(person.id, ["audio"]);
    const offered = await findWay(house, person);
    expect(offered.formats).toEqual(["audio"]);
  });

  test("somebody else with the same contact has nothing of it", async () => {
    const shared = { contact: "email", email: `family${n}@example.org` };
    const mother = await booked({ ...shared, name: `Anna ${n}` });
    await remember(mother.person.id, ["large_print"]);
    const son = await booked({ ...shared, name: `Ben ${n}` });
    expect(await findWay(house, son.person)).toMatchObject({ formats: [] });
  });

  test("forgetting takes it away at once, by staff from every record, and keeps that they took it back", async () => {
    const who = { name: `Rosa ${n}`, contact: "email", email: `rosa${n}@example.org` };
    const first = await booked(who);
    await remember(first.person.id, ["audio"]);
    const second = await booked(who, await anEvent(house, { title: `Later ${n}` }));
    expect((await toldAbout(second.id))[0]).toMatchObject({ channel: "by_hand" });
    await forgetRememberedNeeds(asAnyone(house), { participantId: second.person.id, channel: "web" });
    expect(await findRemembered(house, second.person)).toBeNull();
    expect((await findRemembered(house, first.person))?.needs).toHaveLength(1);
    const everywhere = { participantId: second.person.id, channel: "phone", everywhere: true };
    await forgetRememberedNeeds(asStaff(house), everywhere);
    expect(await findRemembered(house, first.person)).toBeNull();
    expect((await toldAbout(second.id))[0]).toMatchObject({ channel: "email", formats: [] });
    const rows = await house.db
      .select()
      .from(communicationNeeds)
      .where(eq(communicationNeeds.participantId, first.person.id));
    expect(rows).toEqual([]);
    const words = await house.db.select().from(consents).where(eq(consents.participantId, second.person.id));
    expect(words.map((row) => row.given)).toEqual([false, false]);
  });

  test("a language is known by its name in English and its own", () => {
    expect(["Polish", "polski", " PL ", "Português", "Tamil", "", null].map(localeNamed)).toEqual([
      "pl",
      "pl",
      "pl",
      "pt",
      null,
      null,
      null,
    ]);
  });
});

describe("once a year", () => {
  const reviewOf = async (participantId: string) => {
    const rows = await house.db
      .select()
      .from(needReviews)
      .where(eq(needReviews.participantId, participantId));
    return rows;
  };

  test("they are asked in the form they need, once; a yes counts for another year", async () => {
    const { person } = await booked(leonard);
    await remember(person.id, ["easy_read"]);
    await reviewNeeds(on("2027-05-31T10:00"));
    expect(await reviewOf(person.id)).toEqual([]);
    await reviewNeeds(on("2027-06-02T10:00"));
    await reviewNeeds(on("2027-06-03T10:00"));
    const [review, ...others] = await reviewOf(person.id);
    expect(others).toEqual([]);
    const [letter] = await toldAbout(person.id);
    expect(letter).toMatchObject({ channel: "letter", formats: ["easy_read"] });
    expect(letter?.text).toContain("Is it still right?");
    const link = letter?.text.match(/\/needs\/([\w-]{43})/)?.[1] ?? "";
    expect(link).toBe(reviewLink(house, review?.id ?? ""));
    expect((await findReviewed(house, link))?.person.id).toBe(person.id);
    expect(await findReviewed(house, `${link.slice(0, -1)}${link.endsWith("A") ? "E" : "A"}`)).toBeNull();
    expect((await listReviews(asStaff(house))).map((row) => row.person.id)).toContain(person.id);
    expect(await listReviews(asStaff(house, "analyst"))).toEqual([]);
    expect(await answerReview(asAnyone(on("2027-06-05T10:00")), { participantId: person.id })).toEqual({
      ok: true,
      already: false,
    });
    expect((await findRemembered(house, person))?.confirmedAt).toEqual(at("2027-06-05T10:00"));
    await reviewNeeds(on("2027-09-01T10:00"));
    expect(await reviewOf(person.id)).toHaveLength(1);
    await reviewNeeds(on("2028-06-10T10:00"));
    expect(await reviewOf(person.id)).toHaveLength(2);
  });

  test("what nobody confirms is marked, and goes with the person's name a year after their last event", async () => {
    const quiet = await booked({ ...leonard, name: `Quiet ${n}` });
    const keen = await booked({ ...leonard, name: `Keen ${n}` });
    for (const { person } of [quiet, keen]) await remember(person.id, ["large_print"]);
    await reviewNeeds(on("2027-06-02T10:00"));
    await answerReview(on("2027-06-04T10:00"), { participantId: keen.person.id });
    await reviewNeeds(on("2027-07-02T10:00"));
    expect(await reviewOf(quiet.person.id)).toMatchObject([{ state: "unconfirmed" }]);
    const seen = await findRememberedForStaff(asStaff(house), quiet.person.id);
    expect(seen?.remembered?.review?.state).toBe("unconfirmed");
    expect(await findRememberedForStaff(asStaff(house, "team_member", HIGHDOWN), quiet.person.id)).toBeNull();
    await forgetNeeds(on("2027-09-10T10:00"));
    const nameOf = async (id: string) =>
      (
        await house.db.select({ name: participants.name }).from(participants).where(eq(participants.id, id))
      )[0]?.name;
    expect(await nameOf(quiet.person.id)).toBe("");
    expect(await nameOf(keen.person.id)).toBe(`Keen ${n}`);
    expect(await findRemembered(house, keen.person)).not.toBeNull();
  });

  test("only the house asks", async () => {
    await expect(reviewNeeds(asStaff(house))).rejects.toThrow();
  });
});
