import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { communicationNeeds, consents } from "~/db/tables/people";
import { hasConsented, listCommunicationNeeds, listConsents } from "~/features/people/read-needs.server";
import { recordCommunicationNeeds } from "~/features/people/record-communication-needs.server";
import { recordConsent } from "~/features/people/record-consent.server";
import { foldContact, foldName, recordParticipant } from "~/features/people/record-participant.server";
import { smallWorld, type World } from "./support";

let world: World;
let participantId: string;

beforeAll(async () => {
  world = await smallWorld();
});

beforeEach(async () => {
  const person = await recordParticipant(world.ctx(), {
    name: "Leonard Tull",
    preferredContact: "letter",
    address: "Flat 9, 61 Hill Rise, Larkmere",
    email: "left.over@example.org",
    kind: "resident",
    locale: "en",
  });
  participantId = person.id;
  expect(person).toMatchObject({ email: null, nameFolded: "leonardtull", contactFolded: null });
});

describe("a participant", () => {
  it("is compared without case, accents, spaces and marks", () => {
    expect(foldName("Siobhán O’Kell")).toBe(foldName("SIOBHAN O KELL"));
    expect(foldName("نور الهدى")).not.toBe("");
    expect(foldContact({ email: " A@Example.org " })).toBe("a@example.org");
    expect(foldContact({ phone: "+44 7700 900 447" })).toBe(foldContact({ phone: "07700900447" }));
    expect(foldContact({ phone: "12" })).toBeNull();
  });
});

describe("communication needs", () => {
  it("are only ever added to, and the newest word on each counts", async () => {
    const say = (
      needs: Parameters<typeof recordCommunicationNeeds>[1]["needs"],
      detail: string | null = null,
    ) => recordCommunicationNeeds(world.ctx(), { participantId, needs, detail, source: "phone" });
    const now = async () => (await listCommunicationNeeds(world.ctx(), participantId)).map((row) => row.need);
    await say(["large_print", "interpreter"], "Tamil, please");
    expect((await now()).sort()).toEqual(["interpreter", "large_print"]);
    await say(["large_print"], "Tamil, please");
    expect(await now()).toEqual(["large_print"]);
    await say(["large_print"], "Tamil, please");
    await say([]);
    expect(await now()).toEqual([]);
    const rows = await world.store.db
      .select()
      .from(communicationNeeds)
      .where(eq(communicationNeeds.participantId, participantId));
    expect(rows).toHaveLength(4);
  });
});

describe("consent", () => {
  it("is apart for each purpose, can be taken back, and every word is kept", async () => {
    const say = (purpose: "photo" | "quoting", given: boolean) =>
      recordConsent(world.ctx(), { participantId, purpose, wording: "2026-11", given, channel: "web" });
    await say("photo", true);
    await say("quoting", true);
    await say("photo", false);
    expect(await hasConsented(world.ctx(), participantId, "photo")).toBe(false);
    expect(await hasConsented(world.ctx(), participantId, "quoting")).toBe(true);
    expect(await hasConsented(world.ctx(), participantId, "other_opportunities")).toBe(false);
    expect(await listConsents(world.ctx(), participantId)).toHaveLength(2);
    const rows = await world.store.db
      .select()
      .from(consents)
      .where(eq(consents.participantId, participantId));
    expect(rows.map((row) => row.given)).toHaveLength(3);
  });

  it("can't be rewritten", async () => {
    const input = { participantId, purpose: "photo", wording: "1", given: false, channel: "web" } as const;
    await recordConsent(world.ctx(), input);
    const rewritten = world.store.transact([], (tx) => tx.update(consents).set({ given: true }));
    await expect(rewritten).rejects.toThrow();
    expect(await hasConsented(world.ctx(), participantId, "photo")).toBe(false);
  });
});
