import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { eventNotes } from "~/db/tables/events-notes";
import { addNextStep } from "~/features/events/add-next-step.server";
import { judgeNotes } from "~/features/events/judge-notes.server";
import { publishHeard } from "~/features/events/publish-heard.server";
import type { EventRow } from "~/features/events/read.server";
import { listQuotable } from "~/features/events/read-heard.server";
import { countHeardBy, listHeardAbout, listWaitingAbout } from "~/features/events/read-heard-themes.server";
import { saveHeard } from "~/features/events/save-heard.server";
import { writeNotes } from "~/features/events/write-notes.server";
import { addTheme } from "~/features/places/add-theme.server";
import { mergeTheme } from "~/features/places/merge-theme.server";
import { findThemeWhole } from "~/features/places/read-themes.server";
import { retire } from "~/features/places/retire.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, anEvent, asAnyone, asStaff, at, HIGHDOWN } from "../../support/factories";

let house: Ctx;
let event: EventRow;
const afterwards = () => asStaff({ ...house, now: at("2026-07-05T10:00") });
const SUMMARY = "People came to say what gets in their way. Most spoke of buses.";

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
  for (const [slug, plainLabel] of [
    ["transport", "Getting there"],
    ["buses", "Buses"],
  ]) {
    const typed = { slug, label: `Plans on ${slug}`, plainLabel, origin: "official" };
    await addTheme(house, { typed });
  }
});

const notes = () => house.db.select().from(eventNotes).where(eq(eventNotes.eventId, event.id));
const judge = (typed: Record<string, unknown>) => judgeNotes(afterwards(), { slug: event.slug, typed });

/** Two notes about transport, one of which leads to a step, and one about nothing. */
beforeEach(async () => {
  event = await anEvent(house);
  const typed = {
    place: "Table 1",
    hard: "Two buses with a pram x9\nThe bench is gone\nThe tea",
    mayPrint: "yes",
  };
  await writeNotes(afterwards(), { slug: event.slug, typed });
  const all = await notes();
  const [first, second] = all.map((note) => note.id);
  await judge({ act: "clear", notes: all.map((note) => note.id) });
  await judge({ act: "theme", notes: [first, second], theme: "transport" });
  const step = await addNextStep(afterwards(), {
    slug: event.slug,
    typed: { kind: "will", text: "Ask for a low bus", ownerRole: "Team lead", dueDay: "2026-09-01" },
  });
  if (step.ok) await judge({ act: "carry", notes: [first], step: step.id });
});

async function publish() {
  const quote = (await listQuotable(house, event.id)).find((one) => one.text === "The bench is gone");
  await saveHeard(afterwards(), { slug: event.slug, typed: { summary: SUMMARY, quotes: quote?.source } });
  expect(await publishHeard(afterwards(), { slug: event.slug, typed: {} })).toMatchObject({ ok: true });
}

const pathsOf = async (words: string) =>
  (await findByWords(house.db, words, { kind: "theme", limit: 5 })).map((one) => one.path);

async function about(slug: string, ctx = asAnyone(house)) {
  const whole = await findThemeWhole(ctx, slug);
  if (!whole) throw new Error(`no theme ${slug}`);
  return (await listHeardAbout(ctx, whole)).filter((one) => one.slug === event.slug);
}

describe("what was heard about a theme", () => {
  test("is what the event's page says, once it is published, with the steps that its notes led to", async () => {
    expect(await about("transport")).toEqual([]);
    await publish();
    expect(await about("transport")).toMatchObject([
      {
        themes: [{ notes: 2, hard: 2, agreeing: { text: "10" }, quotes: [{ text: "The bench is gone" }] }],
        steps: [{ text: "Ask for a low bus", notes: 1 }],
      },
    ]);
    expect(await about("buses")).toEqual([]);
    // A note that is let through afterwards is on no page yet.
    const typed = { place: "Table 2", hard: "The last bus" };
    await writeNotes(afterwards(), { slug: event.slug, typed });
    const late = (await notes()).find((note) => note.text === "The last bus")?.id;
    await judge({ act: "clear", notes: [late] });
    await judge({ act: "theme", notes: [late], theme: "buses" });
    expect(await about("buses")).toEqual([]);
    expect(await about("transport")).toMatchObject([{ themes: [{ notes: 2 }] }]);
  });

  test("of events that the public may not see stays with staff", async () => {
    event = await anEvent(house, { traits: ["staff_only"] });
    await writeNotes(afterwards(), { slug: event.slug, typed: { place: "Table 1", hard: "The stairs" } });
    const ids = (await notes()).map((note) => note.id);
    await judge({ act: "clear", notes: ids });
    await judge({ act: "theme", notes: ids, theme: "buses" });
    await saveHeard(afterwards(), { slug: event.slug, typed: { summary: SUMMARY } });
    expect(await about("buses")).toEqual([]);
    const whole = await findThemeWhole(house, "buses");
    const waiting = await listWaitingAbout(afterwards(), whole?.ids ?? []);
    expect(waiting.find((one) => one.slug === event.slug)).toMatchObject({ notes: 1 });
    expect(await listWaitingAbout(asStaff(house, "moderator", HIGHDOWN), whole?.ids ?? [])).toEqual([]);
    expect(await listWaitingAbout(asAnyone(house), whole?.ids ?? [])).toEqual([]);
  });

  test("counts for the theme that it became part of, whose words and page are found", async () => {
    await publish();
    const counted = await countHeardBy(house);
    const ids = (await findThemeWhole(house, "transport"))?.ids ?? [];
    expect(counted.filter((one) => ids.includes(one.themeId)).map((one) => one.events > 0)).toEqual([true]);
    expect(await pathsOf("getting there")).toEqual(["/themes/transport"]);
    const typed = { slug: "travel", label: "Travel", plainLabel: "On the way", origin: "official" };
    await addTheme(house, { typed });
    await mergeTheme(house, { slug: "transport", typed: { into: "travel" } });
    expect(await about("travel")).toMatchObject([{ themes: [{ slug: "transport", notes: 2 }] }]);
    expect(await pathsOf("getting there")).toEqual(["/themes/travel"]);
    await retire(house, { kind: "theme", slug: "travel" });
    expect(await pathsOf("getting there")).toEqual([]);
  });
});
