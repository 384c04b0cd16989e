import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { eventNotes } from "~/db/tables/events-notes";
import { addNextStep } from "~/features/events/add-next-step.server";
import { composeHeard, type HeardParts } from "~/features/events/compose-heard";
import { editEvent } from "~/features/events/edit-event.server";
import { feedbackFigures } from "~/features/events/figures.server";
import { giveFeedback } from "~/features/events/give-feedback.server";
import { judgeNotes } from "~/features/events/judge-notes.server";
import { publishHeard } from "~/features/events/publish-heard.server";
import type { EventRow } from "~/features/events/read.server";
import type { FeedbackCounts } from "~/features/events/read-feedback.server";
import { findHeard, listHeard, listQuotable } from "~/features/events/read-heard.server";
import { rebuildEventSearch } from "~/features/events/rebuild-search.server";
import { saveHeard } from "~/features/events/save-heard.server";
import { withdrawQuote } from "~/features/events/withdraw-quote.server";
import { writeNotes } from "~/features/events/write-notes.server";
import { publishTables } from "~/features/figures/gate";
import { addTheme } from "~/features/places/add-theme.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  asAnyone,
  asStaff,
  at,
  CANALSIDE,
  eventTyped,
  HIGHDOWN,
} from "../../support/factories";

let house: Ctx;
let event: EventRow;
const on = (wall: string, ctx = house): Ctx => ({ ...ctx, now: at(wall) });
const afterwards = () => on("2026-07-05T10:00");
const closed = () => on("2026-07-28T10:00");
const SUMMARY = "People came to say what gets in their way. Most spoke of buses.";

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
  const typed = { slug: "transport", label: "Transport", plainLabel: "Getting there", origin: "official" };
  await addTheme(house, { typed });
});

/** An event with four notes: three let through, one of them not to be printed, and one that waits. */
beforeEach(async () => {
  event = await anEvent(house);
  const write = (typed: Record<string, unknown>) =>
    writeNotes(asStaff(afterwards()), { slug: event.slug, typed: { place: "Table 1", ...typed } });
  await write({ hard: "Two buses with a pram\nThe bench is gone", mayPrint: "yes" });
  await write({ hard: "My knee at the stairs" });
  const ids = (await notes()).map((note) => note.id);
  for (const act of [{ act: "clear" }, { act: "theme", theme: "transport" }])
    await judgeNotes(asStaff(afterwards()), { slug: event.slug, typed: { ...act, notes: ids } });
  await write({ worked: "Nobody has read this yet", mayPrint: "yes" });
});

const notes = () => house.db.select().from(eventNotes).where(eq(eventNotes.eventId, event.id));
const sourceOf = async (text: string) =>
  (await listQuotable(house, event.id)).find((one) => one.text === text)?.source ?? `note:${text}`;
const save = async (quotes: string[] = [], ctx = asStaff(afterwards())) =>
  saveHeard(ctx, { slug: event.slug, typed: { summary: SUMMARY, quotes } });
const publish = (typed: Record<string, unknown> = {}, ctx = asStaff(afterwards())) =>
  publishHeard(ctx, { slug: event.slug, typed });
const seen = (version?: number, ctx = asAnyone(afterwards())) => findHeard(ctx, event.slug, version);

describe("from draft to page", () => {
  test("nobody sees the draft; published, it counts what was let through and says what comes next", async () => {
    await addNextStep(asStaff(afterwards()), {
      slug: event.slug,
      typed: { kind: "cannot", text: "A bus on Sundays", reason: "The company pays for none" },
    });
    await save([await sourceOf("Two buses with a pram")]);
    expect(await seen()).toBeNull();
    expect(await publish()).toEqual({ ok: true, version: 1 });
    const content = (await seen())?.page.content;
    expect(content).toMatchObject({ summary: SUMMARY, notes: 3, people: null, feedback: null, paid: null });
    expect(content?.themes).toMatchObject([
      { plainLabel: "Getting there", worked: 0, hard: 3, notes: 3, agreeing: { text: "*" } },
    ]);
    expect(content?.themes[0]?.quotes.map((quote) => quote.text)).toEqual(["Two buses with a pram"]);
    expect(content?.steps).toMatchObject([{ kind: "cannot", reason: "The company pays for none", notes: 0 }]);
  });

  test("only words that may be printed and were read can be chosen", async () => {
    const offered = (await listQuotable(house, event.id)).map((one) => one.text);
    expect(offered.sort()).toEqual(["The bench is gone", "Two buses with a pram"]);
    const all = await notes();
    for (const text of ["My knee at the stairs", "Nobody has read this yet"]) {
      const id = all.find((note) => note.text === text)?.id;
      expect(await save([`note:${id}`])).toMatchObject({ fields: { quotes: [expect.any(String)] } });
    }
  });

  test("by those who run it alone, and only what the public may know of", async () => {
    expect(await save([], asStaff(afterwards(), "team_member"))).toMatchObject({ reason: "not_allowed" });
    expect(await save([], asStaff(afterwards(), "neighbourhood_lead", HIGHDOWN))).toMatchObject({
      reason: "missing",
    });
    expect(await save([], asStaff(afterwards(), "neighbourhood_lead", CANALSIDE))).toMatchObject({
      ok: true,
    });
    expect(await publish({}, asStaff(afterwards(), "analyst"))).toMatchObject({ reason: "not_allowed" });
    const hidden = await anEvent(house, { traits: ["staff_only"] });
    await saveHeard(asStaff(afterwards()), { slug: hidden.slug, typed: { summary: SUMMARY } });
    expect(await publishHeard(asStaff(afterwards()), { slug: hidden.slug, typed: {} })).toMatchObject({
      reason: "hidden",
    });
  });

  test("nothing is published before anybody wrote, or before the event is over", async () => {
    expect(await publish()).toMatchObject({ reason: "empty" });
    await save();
    expect(await publish({}, asStaff(on("2026-07-01T19:00")))).toMatchObject({ reason: "empty" });
  });
});

describe("versions", () => {
  test("a new one says what changed, and the old one stays as it was", async () => {
    await save();
    await publish();
    const before = (await seen())?.page.content;
    await judgeNotes(asStaff(afterwards()), {
      slug: event.slug,
      typed: { act: "clear", notes: (await notes()).map((note) => note.id) },
    });
    expect(await publish()).toMatchObject({ fields: { changes: [expect.any(String)] } });
    expect(await publish({ changes: "One more note" })).toEqual({ ok: true, version: 2 });
    expect((await seen())?.page).toMatchObject({
      version: 2,
      changes: "One more note",
      content: { notes: 4 },
    });
    expect((await seen(1))?.page.content).toEqual(before);
    expect(await seen(3)).toBeNull();
  });

  test("a quote that somebody takes back goes from all of them, and from search", async () => {
    const source = await sourceOf("The bench is gone");
    await save([source]);
    await publish();
    await publish({ changes: "Nothing much" });
    expect(await findByWords(house.db, "bench", { kind: "heard" })).toHaveLength(1);
    expect(await withdrawQuote(asStaff(afterwards()), { slug: event.slug, source })).toEqual({ ok: true });
    for (const version of [1, 2]) expect(JSON.stringify(await seen(version))).not.toContain("bench");
    expect(await findByWords(house.db, "bench", { kind: "heard" })).toEqual([]);
    expect(await save([source])).toMatchObject({ reason: "invalid" });
  });
});

describe("where it is found", () => {
  test("in the list and in search, and nowhere once the event is for staff alone", async () => {
    await save();
    await publish();
    const list = async () => (await listHeard(asAnyone(afterwards()), { limit: 50 })).map((one) => one.slug);
    const found = async () =>
      (await findByWords(house.db, "buses", { kind: "heard" })).some((one) => one.subjectId === event.id);
    expect(await list()).toContain(event.slug);
    expect(await listHeard(asAnyone(afterwards()), { limit: 50, neighbourhoodId: HIGHDOWN })).toEqual([]);
    await rebuildEventSearch(house);
    expect(await found()).toBe(true);
    await editEvent(house, { slug: event.slug, typed: eventTyped({ audience: "staff" }) });
    expect(await list()).not.toContain(event.slug);
    expect(await found()).toBe(false);
    expect(await seen()).toBeNull();
  });
});

describe("its figures", () => {
  const give = async (rating: string, times: number) => {
    for (let n = 0; n < times; n += 1)
      await giveFeedback(asStaff(closed()), {
        by: { slug: event.slug, channel: "paper" },
        typed: { rating, hadSay: rating },
        limitBy: null,
      });
  };

  test("come when no more forms can, rounded; and the same again while the difference would tell", async () => {
    await give("5", 21);
    await give("2", 12);
    await save();
    await publish();
    expect((await seen())?.page.content.feedback).toBeNull();
    await publish({ changes: "Figures" }, asStaff(closed()));
    const first = (await seen())?.page.content.feedback;
    expect(first).toMatchObject({
      base: { text: "35" },
      rated: { percent: 57, part: { text: "20" }, of: { text: "35" } },
    });
    await give("5", 3);
    await publish({ changes: "Three late forms" }, asStaff(closed()));
    expect((await seen())?.page.content.feedback).toEqual(first);
    await give("5", 6);
    await publish({ changes: "Nine late forms" }, asStaff(closed()));
    expect((await seen())?.page.content.feedback).not.toEqual(first);
  });

  test("whatever was counted, no number of 1 to 7 people is on the page", () => {
    const tally = (counts: number[]): FeedbackCounts["rating"] => ({
      counts: counts.map((n, at) => ({ code: String(at + 1), n })),
      answered: counts.reduce((a, b) => a + b, 0),
    });
    const five = fc.array(fc.nat(12), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(five, five, fc.nat(30), fc.nat(30), (rating, hadSay, came, people) => {
        const none = tally([0, 0, 0]);
        const counts: FeedbackCounts = {
          forms: Math.max(tally(rating).answered, tally(hadSay).answered),
          absent: 0,
          rating: tally(rating),
          hadSay: tally(hadSay),
          feltHeard: none,
          accessOk: none,
          wouldReturn: none,
          channel: none,
        };
        const { tables } = publishTables(feedbackFigures(event, counts, house.now).tables);
        const parts: HeardParts = {
          summary: SUMMARY,
          quotes: [],
          quotable: [],
          notes: 0,
          came,
          themes: [],
          steps: [],
          feedback: { tables, edition: null },
          paid: { pence: 1000 * people, people },
        };
        const { feedback, people: shown, paid } = composeHeard(parts);
        const texts = [shown, feedback?.base, paid?.people].concat(
          [feedback?.rated, feedback?.hadSay].flatMap((share) => [share?.part, share?.of]),
        );
        const few = texts.some((one) => /^[1-7]$/.test(one?.text ?? ""));
        return !few && (people < 1 || people > 7 || paid === null);
      }),
    );
  });
});
