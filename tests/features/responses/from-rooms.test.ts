import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { participants } from "~/db/tables/people";
import { messages } from "~/db/tables/platform";
import { forgetWords } from "~/features/events/forget-words.server";
import { judgeNotes } from "~/features/events/judge-notes.server";
import { leaveNote } from "~/features/events/leave-note.server";
import { listNotes } from "~/features/events/read-notes.server";
import { addIdea } from "~/features/ideas/add-idea.server";
import { judgeAtOnce } from "~/features/ideas/judge-case.server";
import { mergeIdeas, undoMerge } from "~/features/ideas/merge-ideas.server";
import { exportResponses } from "~/features/responses/export-api.server";
import { responsesFeed } from "~/features/responses/export-feed.server";
import { answerFigures } from "~/features/responses/figures.server";
import { findShown, findThing, listStanding, listStandingIds } from "~/features/responses/read.server";
import { listFollowers } from "~/features/responses/read-followers.server";
import { listWaiting } from "~/features/responses/read-waiting.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, anEvent, asAnyone, asStaff, at } from "../../support/factories";
import { aBoard, anIdea } from "../../support/ideas";
import { anAnswer } from "../../support/responses";

let ctx: Ctx;
let staff: Ctx;
let board: { slug: string };
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  staff = asStaff(ctx);
  board = await aBoard(staff);
});

const visitor = () => asAnyone(ctx);
const ideaOf = (id: string) => ({ kind: "idea", id });

test("an idea that is shown waits for an answer, and its author who left an address is told", async () => {
  const idea = await anIdea(visitor(), board, { title: "Lanterns", name: "Ida", email: "ida@example.org" });
  const { waiting } = await listWaiting(staff, { kind: "idea" });
  expect(waiting.map(({ thing }) => thing.said)).toContain("Lanterns");
  expect((await anAnswer(staff, ideaOf(idea.id), { kind: "cannot" })).told).toBe(1);
});

test("an idea that is removed takes its answer from page, list, search, feed, open data and counts", async () => {
  const idea = await anIdea(visitor(), board, { title: "Numbats" });
  const { response } = await anAnswer(staff, ideaOf(idea.id), { said: "Numbats for the park" });
  const before = await answerFigures(ctx, { kinds: ["idea"] });
  const everywhere = async () => {
    const { responses } = await listStanding(ctx, {}, 500);
    const made = await exportResponses(ctx, new URLSearchParams());
    return {
      page: (await findShown(visitor(), response.id)) !== null,
      list: responses.some((one) => one.response.id === response.id),
      map: (await listStandingIds(ctx)).includes(response.id),
      search: (await findByWords(ctx.db, "numbats")).length > 0,
      feed: responsesFeed(ctx, "Answers", responses).includes("Numbats"),
      data: JSON.stringify(made).includes("Numbats"),
    };
  };
  const all = { page: true, list: true, map: true, search: true, feed: true, data: true };
  expect(await everywhere()).toEqual(all);
  const removed = await judgeAtOnce(ctx, {
    subject: { kind: "idea", id: idea.id },
    typed: { decision: "remove", reason: "abusive" },
  });
  expect(removed.ok).toBe(true);
  expect(await everywhere()).toEqual({
    ...{ page: false, list: false, map: false, search: false, feed: false, data: false },
  });
  const after = await answerFigures(ctx, { kinds: ["idea"] });
  expect([before.things - after.things, before.answered - after.answered]).toEqual([1, 1]);
});

test("whoever posted two ideas that became one is told once", async () => {
  const by = { name: "Ada", email: "ada@example.org" };
  const one = await anIdea(visitor(), board, { title: "A swing", ...by });
  const two = await anIdea(visitor(), board, { title: "A swing for big children", ...by });
  await anIdea(visitor(), board, { title: "A slide", name: "Bo", email: "bo@example.org" });
  const merged = await mergeIdeas(ctx, { id: two.id, typed: { into: one.id, reason: "The same." } });
  expect(merged.ok).toBe(true);
  expect((await findThing(ctx, ideaOf(two.id)))?.joinedId).toBe(one.id);
  const { response, told } = await anAnswer(staff, ideaOf(one.id));
  expect(told).toBe(1);
  const sent = await ctx.db.select().from(messages).where(eq(messages.aboutId, response.id));
  expect(sent.map(({ recipient }) => recipient)).toEqual(["ada@example.org"]);
  expect((await undoMerge(ctx, { id: two.id })).ok).toBe(true);
  expect(await findThing(ctx, ideaOf(two.id))).toMatchObject({ joinedId: null, hidden: false });
});

test("a note's author who asked to hear is told as the note is answered, or as the idea that it became", async () => {
  const event = await anEvent(ctx);
  const during: Ctx = { ...ctx, now: new Date(event.startsAt.getTime() + 3_600_000) };
  const leave = (typed: Record<string, string>) =>
    leaveNote(asAnyone(during), { slug: event.slug, typed, limitBy: null, locale: "pt" });
  expect(await leave({ worked: "The tea", contact: "letter", name: "Tull", address: "4" })).toMatchObject({
    fields: { address: ["problems.address"] },
  });
  expect(await leave({ worked: "The tea", contact: "email", email: "tull@example.org" })).toMatchObject({
    fields: { name: ["problems.name"] },
  });
  await leave({ hard: "No seat", contact: "letter", name: "Tull", address: "4 Lock Lane\nLarkmere" });
  await leave({ hard: "Nobody asked" });
  const staffThen = asStaff(during);
  const { notes } = await listNotes(staffThen, event.id, { view: "all" });
  expect((await listWaiting(staffThen, { kind: "event_note" })).waiting).toEqual([]);
  const typed = { act: "clear", notes: notes.map((note) => note.id) };
  expect((await judgeNotes(staffThen, { slug: event.slug, typed })).ok).toBe(true);
  const { waiting } = await listWaiting(staffThen, { kind: "event_note" });
  expect(waiting.map(({ thing }) => thing.said)).toEqual(["No seat"]);

  const note = { kind: "event_note", id: waiting[0]?.thing.id ?? "" };
  const idea = await addIdea(ctx, {
    board: board.slug,
    typed: { title: "Seats", text: "At the stop by the lock, please." },
    noteId: note.id,
  });
  if (!idea.ok) throw new Error(`No idea: ${JSON.stringify(idea)}`);
  const { response, told } = await anAnswer(staff, ideaOf(idea.id), { kind: "will" });
  expect(told).toBe(1);
  const [letter] = await ctx.db.select().from(messages).where(eq(messages.aboutId, response.id));
  expect(letter).toMatchObject({ channel: "letter", recipientName: "Tull", locale: "pt" });

  // What somebody wrote is forgotten in time, and so is who wrote it.
  const yearsLater = { ...ctx, now: at("2029-06-01T10:00") };
  await forgetWords(yearsLater);
  expect(await listFollowers(ctx, note)).toEqual([]);
  const [person] = await ctx.db.select().from(participants).where(eq(participants.name, "Tull"));
  expect(person).toBeUndefined();
});
