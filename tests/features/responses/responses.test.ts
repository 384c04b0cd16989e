import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { commitments } from "~/db/tables/commitments";
import { messages } from "~/db/tables/platform";
import { correctResponse } from "~/features/responses/correct-response.server";
import { discardResponse } from "~/features/responses/discard-response.server";
import { editResponse } from "~/features/responses/edit-response.server";
import { followAlso } from "~/features/responses/follow-thing.server";
import { joinThings } from "~/features/responses/join-things.server";
import { publishResponse } from "~/features/responses/publish-response.server";
import {
  countStanding,
  findShown,
  findThing,
  listResponses,
  listStanding,
  listStandingIds,
  listVersions,
} from "~/features/responses/read.server";
import { unfollowLink } from "~/features/responses/read-followers.server";
import { rebuildResponseSearch } from "~/features/responses/rebuild-search.server";
import { respond } from "~/features/responses/respond.server";
import { setThingHidden } from "~/features/responses/set-thing-hidden.server";
import { unfollowThing } from "~/features/responses/unfollow-thing.server";
import { withdrawResponse } from "~/features/responses/withdraw-response.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { listCauses, listEffects } from "~/platform/links.server";
import { aBorough, aHouse, asAnyone, asStaff, CANALSIDE, HIGHDOWN, later } from "../../support/factories";
import { aDraft, aFollower, anAnswer, answerTyped, aThing, BESIDES, inWrite } from "../../support/responses";

let ctx: Ctx;
let staff: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  staff = asStaff(ctx);
});

const idea = () => ({ kind: "idea", id: newId() });
const about = (id: string) =>
  ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutKind, "official_response"), eq(messages.aboutId, id)));
const found = async (words: string) => (await findByWords(ctx.db, words)).map((entry) => entry.path);

describe("writing an answer", () => {
  test.each(["did", "cannot", "doing", "not_ours", "will", "need_info"])(
    "of kind %s has what it needs",
    async (kind) => {
      const thing = await aThing(ctx, idea());
      const needs = BESIDES[kind] ?? {};
      for (const left of Object.keys(needs)) {
        const typed = answerTyped({ kind, ...needs, [left]: "" });
        const made = await respond(staff, { thing, saidOn: "2026-05-11", typed });
        expect(made).toMatchObject({ ok: false, reason: "invalid" });
        expect(Object.keys((made as { fields: object }).fields)).toEqual([left]);
      }
      const { response } = await anAnswer(staff, thing, { kind });
      expect(response).toMatchObject({ kind, state: "published", ownerRole: "Head of Highways" });
    },
  );

  test("keeps nothing that belongs to another kind", async () => {
    const { response } = await anAnswer(staff, idea(), {
      kind: "doing",
      reason: "Left over",
      evidence: "Too",
    });
    expect(response).toMatchObject({ reason: null, evidence: null, commitmentId: null });
  });

  test("dates no deed in the future and no promise in the past", async () => {
    const bad = async (change: Record<string, unknown>) =>
      respond(staff, { thing: idea(), saidOn: "2026-05-11", typed: answerTyped(change) });
    expect(await bad({ kind: "did", ...BESIDES.did, evidenceDay: "2026-06-02" })).toMatchObject({
      fields: { evidenceDay: ["What was done can't be dated in the future"] },
    });
    expect(await bad({ kind: "will", dueDay: "2026-05-31" })).toMatchObject({
      fields: { dueDay: ["The day by which it will be done is over"] },
    });
  });

  test("is for those who answer there: another neighbourhood's lead and an analyst may not", async () => {
    const thing = await aThing(ctx, idea(), "2026-05-11", { neighbourhoodId: CANALSIDE });
    const typed = answerTyped({ neighbourhood: "canalside" });
    const as = (ctx: Ctx) => respond(ctx, { thing, saidOn: "2026-05-11", typed });
    expect(await as(asStaff(ctx, "neighbourhood_lead", HIGHDOWN))).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await as(asStaff(ctx, "analyst"))).toEqual({ ok: false, reason: "not_allowed" });
    expect(await as(asAnyone(ctx))).toEqual({ ok: false, reason: "not_allowed" });
    expect((await as(asStaff(ctx, "neighbourhood_lead", CANALSIDE))).ok).toBe(true);
  });

  test("is a draft that nobody sees until it is published by an act of its own", async () => {
    const thing = await aThing(ctx, idea());
    const id = await aDraft(staff, thing, { said: "Zebra stripes by the school gate" });
    expect(await findShown(asAnyone(ctx), id)).toBeNull();
    expect(await listResponses(ctx, "idea", [thing.id])).toEqual(new Map());
    expect(await found("zebra stripes")).toEqual([]);
    const typed = answerTyped({ said: "Zebra stripes at the gate", kind: "need_info" });
    expect(await editResponse(staff, { id, typed })).toEqual({ ok: true });
    expect(await publishResponse(staff, { id })).toMatchObject({ ok: true, already: false });
    expect(await publishResponse(staff, { id })).toMatchObject({ ok: true, already: true });
    expect((await findShown(asAnyone(ctx), id))?.response.said).toBe("Zebra stripes at the gate");
    expect(await found("zebra gate")).toEqual([`/you-said-we-did/${id}`]);
    expect(await editResponse(staff, { id, typed })).toEqual({ ok: false, reason: "published" });
    expect(await discardResponse(staff, { id })).toEqual({ ok: false, reason: "published" });
    expect(await listEffects(ctx, "idea", [thing.id])).toEqual(
      new Map([[thing.id, [{ kind: "official_response", id }]]]),
    );
  });

  test("may be thrown away while it is a draft", async () => {
    const id = await aDraft(staff, idea());
    expect(await discardResponse(staff, { id })).toEqual({ ok: true });
    expect(await publishResponse(staff, { id })).toEqual({ ok: false, reason: "missing" });
  });
});

describe("a promise", () => {
  test("opens its commitment when it is published, once, and not before", async () => {
    const thing = idea();
    const id = await aDraft(staff, thing, {
      kind: "will",
      text: "We will put two benches on Lock Lane.",
      duePrecision: "quarter",
      condition: "The canal trust agrees",
    });
    expect(await listEffects(ctx, "official_response", [id])).toEqual(new Map());
    await publishResponse(staff, { id });
    const response = (await findShown(ctx, id))?.response;
    const [made] = await ctx.db
      .select()
      .from(commitments)
      .where(eq(commitments.id, response?.commitmentId ?? ""));
    expect(made).toMatchObject({
      said: "We will put two benches on Lock Lane.",
      dueDay: "2026-09-30",
      precision: "quarter",
      condition: "The canal trust agrees",
    });
    expect(await listCauses(ctx, "commitment", [made?.id ?? ""])).toEqual(
      new Map([[made?.id, [{ kind: "official_response", id }]]]),
    );
  });

  test("can name a commitment that is there, and takes its date", async () => {
    const first = await anAnswer(staff, idea(), { kind: "will", dueDay: "2026-11-15" });
    const commitment = (await findShown(ctx, first.response.id))?.response.commitmentId ?? "";
    const before = (await ctx.db.select().from(commitments)).length;
    const second = await anAnswer(staff, idea(), { kind: "will", dueDay: "", commitment });
    expect((await findShown(ctx, second.response.id))?.response).toMatchObject({
      commitmentId: commitment,
      dueDay: "2026-11-15",
    });
    expect(await ctx.db.select().from(commitments)).toHaveLength(before);
  });

  test("is not published once its day is over", async () => {
    const id = await aDraft(staff, idea(), { kind: "will", dueDay: "2026-06-02" });
    expect(await publishResponse(later(staff, 72), { id })).toEqual({ ok: false, reason: "over" });
  });
});

describe("what stands", () => {
  test("is the newest answer; withdrawing it lets the one before stand again, or the thing waits", async () => {
    const thing = await aThing(ctx, idea());
    const one = await anAnswer(staff, thing, { kind: "doing" });
    const two = await anAnswer(later(staff, 48), thing, { kind: "did" });
    const history = (await listResponses(ctx, "idea", [thing.id])).get(thing.id) ?? [];
    expect(history.map(({ response }) => response.id)).toEqual([two.response.id, one.response.id]);
    expect(await listStandingIds(ctx)).not.toContain(one.response.id);
    const reason = { reason: "The benches were taken away again." };
    const taken = await withdrawResponse(later(staff, 50), { id: two.response.id, typed: reason });
    expect(taken).toEqual({ ok: true });
    expect(await findShown(ctx, two.response.id)).toBeNull();
    expect((await findThing(ctx, thing))?.responseId).toBe(one.response.id);
    expect(await publishResponse(staff, { id: two.response.id })).toEqual({ ok: false, reason: "withdrawn" });
    await withdrawResponse(later(staff, 51), { id: one.response.id, typed: reason });
    expect(await findThing(ctx, thing)).toMatchObject({ responseId: null, answeredOn: null });
  });

  test("can be corrected, and says how it read before and why", async () => {
    const { response } = await anAnswer(staff, idea(), { kind: "cannot" });
    const typed = answerTyped({ text: "Not on this side of the road.", reason: "It is 1.3 metres wide." });
    expect(await correctResponse(staff, { id: response.id, typed })).toMatchObject({
      fields: { why: ["Say what was wrong: it stands beside the answer"] },
    });
    const why = "We had measured the wrong side.";
    expect(await correctResponse(staff, { id: response.id, typed: { ...typed, why } })).toEqual({ ok: true });
    expect((await findShown(ctx, response.id))?.response).toMatchObject({
      kind: "cannot",
      text: "Not on this side of the road.",
      version: 2,
    });
    const [before] = await listVersions(ctx, response.id);
    expect(before).toMatchObject({ version: 1, reason: why, words: { text: response.text } });
    const half = answerTyped({ why, reason: "" });
    expect(await correctResponse(staff, { id: response.id, typed: half })).toMatchObject({
      reason: "invalid",
    });
  });

  test("pages by key without losing or repeating one, and counts what it lists", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listStanding(ctx, { after }, 3);
      seen.push(...page.responses.map(({ response }) => response.id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen)).toEqual(new Set(await listStandingIds(ctx)));
    expect(seen).toHaveLength(new Set(seen).size);
    const counts = await countStanding(ctx, {});
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(seen.length);
    const no = await listStanding(ctx, { kind: "cannot" }, 100);
    expect(no.responses).toHaveLength(counts.cannot);
  });
});

describe("a hidden thing", () => {
  test("takes its answers from every page, from search and from what is not sent yet", async () => {
    const thing = await aThing(ctx, idea());
    await aFollower(ctx, thing, "Ida Moss", { email: "ida.moss@example.org" });
    const { response } = await anAnswer(staff, thing, { said: "Quokka crossing" });
    expect(await found("quokka")).toHaveLength(1);
    await inWrite(ctx, (ctx) => setThingHidden(ctx, thing, true));
    expect(await findShown(ctx, response.id)).toBeNull();
    expect(await listResponses(ctx, "idea", [thing.id])).toEqual(new Map());
    expect(await listStandingIds(ctx)).not.toContain(response.id);
    expect(await found("quokka")).toEqual([]);
    expect((await about(response.id)).map((one) => one.state)).toEqual(["withdrawn"]);
    const draft = await aDraft(staff, thing);
    expect(await publishResponse(staff, { id: draft })).toEqual({ ok: false, reason: "hidden" });
    expect(await rebuildResponseSearch(ctx)).toMatchObject({ ok: true });
    expect(await found("quokka")).toEqual([]);
    await inWrite(ctx, (ctx) => setThingHidden(ctx, thing, false));
    expect(await findShown(ctx, response.id)).not.toBeNull();
    expect(await found("quokka")).toHaveLength(1);
  });
});

describe("people who asked to hear", () => {
  test("are told once for each answer, by their own channel and in their language", async () => {
    const thing = await aThing(ctx, idea());
    await aFollower(ctx, thing, "Ana Reis", { email: "ana.reis@example.org", locale: "pt" });
    await aFollower(ctx, thing, "Leonard Tull", { address: "4 Lock Lane\nLarkmere" });
    await aFollower(ctx, thing, "Bo Lindley", { phone: "07700 900123" });
    // The same person, recorded a second time.
    await aFollower(ctx, thing, "Ana Reis", { email: "Ana.Reis@example.org", locale: "pt" });
    const { response, told } = await anAnswer(staff, thing, { kind: "cannot" });
    expect(told).toBe(3);
    await publishResponse(staff, { id: response.id });
    const sent = await about(response.id);
    expect(sent.map(({ channel, recipientName }) => [recipientName, channel]).sort()).toEqual([
      ["Ana Reis", "email"],
      ["Bo Lindley", "call"],
      ["Leonard Tull", "letter"],
    ]);
    const mail = sent.find(({ channel }) => channel === "email");
    expect(mail?.locale).toBe("pt");
    expect(mail?.text).toContain(`/pt/you-said-we-did/${response.id}`);
    const paper = sent.find(({ channel }) => channel === "letter");
    expect(paper?.text).toContain(response.reason);
    expect(paper?.text).toContain("Head of Highways, Canal Bridges");
    expect((await anAnswer(later(staff, 24), thing)).told).toBe(3);
  });

  test("hear once when they asked about two things that were merged, and separately when taken apart", async () => {
    const [one, two] = [await aThing(ctx, idea()), await aThing(ctx, idea())];
    await aFollower(ctx, one, "Priya Nadar", { email: "priya.nadar@example.org" });
    await aFollower(ctx, two, "Priya Nadar", { email: "priya.nadar@example.org" });
    await aFollower(ctx, two, "Sol Vance", { email: "sol.vance@example.org" });
    await inWrite(ctx, (ctx) => joinThings(ctx, { thing: two, into: one }));
    const { response, told } = await anAnswer(staff, one);
    expect(told).toBe(2);
    expect(await about(response.id)).toHaveLength(2);
    await inWrite(ctx, (ctx) => joinThings(ctx, { thing: two, into: null }));
    expect((await anAnswer(later(staff, 1), one)).told).toBe(1);
  });

  test("go along when a note becomes an idea", async () => {
    const note = await aThing(ctx, { kind: "event_note", id: newId() });
    const became = await aThing(ctx, idea());
    await aFollower(ctx, note, "Oke Bell", { address: "2 Mill Row" });
    await inWrite(ctx, (ctx) => followAlso(ctx, { from: note, to: became }));
    expect((await anAnswer(staff, became)).told).toBe(1);
  });

  test("stop hearing by the link in their message, under all records that are theirs", async () => {
    const thing = await aThing(ctx, idea());
    const person = { email: "wren.hale@example.org" };
    await aFollower(ctx, thing, "Wren Hale", person);
    await aFollower(ctx, thing, "Wren Hale", person);
    const { response } = await anAnswer(staff, thing);
    const link = /\/unfollow\/([\w-]{43})/.exec((await about(response.id))[0]?.text ?? "")?.[1] ?? "";
    expect(await unfollowThing(asAnyone(ctx), { link: unfollowLink(ctx, newId()).slice(0, -2) })).toEqual({
      ok: false,
      reason: "missing",
    });
    expect(await unfollowThing(asAnyone(ctx), { link })).toEqual({ ok: true });
    expect(await unfollowThing(asAnyone(ctx), { link })).toEqual({ ok: true });
    expect((await anAnswer(later(staff, 1), thing)).told).toBe(0);
  });
});

test("answers to other things of the same number are not mixed up", async () => {
  const id = newId();
  await anAnswer(staff, await aThing(ctx, { kind: "idea", id }));
  expect(await listResponses(ctx, "event_note", [id])).toEqual(new Map());
});
