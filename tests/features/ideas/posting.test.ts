import { beforeAll, expect, test } from "vitest";
import { postIdea } from "~/features/ideas/post-idea.server";
import { findIdea } from "~/features/ideas/read.server";
import type { Ctx } from "~/platform/context.server";
import { searchFor } from "~/platform/search.server";
import { aBorough, aHouse, asAnyone, later } from "../../support/factories";
import { aBoard, anIdea } from "../../support/ideas";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const typed = { title: "Longer hours at the library", text: "Until eight on Tuesdays, for people who work." };
const post = (slug: string, change: Record<string, unknown> = {}, more = {}, when: Ctx = ctx) =>
  postIdea(asAnyone(when), {
    board: slug,
    typed: { ...typed, ...change },
    locale: "en",
    limitBy: null,
    ...more,
  });

test("an idea without a name or an address is shown at once and can be found", async () => {
  const board = await aBoard(ctx);
  const posted = await post(board.slug);
  expect(posted).toMatchObject({ ok: true, slug: "longer-hours-at-the-library", state: "live" });
  const found = await findIdea(asAnyone(ctx), board.slug, "longer-hours-at-the-library");
  expect(found?.seen?.idea.shownName).toBeNull();
  expect((await searchFor(ctx, "Tuesdays")).map((one) => one.path)).toContain(
    `/ideas/${board.slug}/longer-hours-at-the-library`,
  );
});

test("the same form sent twice is one idea; other words under the same id are another", async () => {
  const board = await aBoard(ctx);
  const first = await post(board.slug, {}, { submissionId: "one" });
  expect(await post(board.slug, {}, { submissionId: "one" })).toEqual(first);
  expect(
    await post(board.slug, { text: "Until nine on Wednesdays, too." }, { submissionId: "one" }),
  ).toMatchObject({
    slug: "longer-hours-at-the-library-2",
  });
});

test("an idea that may name somebody, or a board that reads first, keeps it from everybody", async () => {
  const board = await aBoard(ctx);
  const named = await anIdea(asAnyone(ctx), board, { text: "Nurse Jane Smith was rude at the desk." });
  expect(named.state).toBe("held");
  expect(await findIdea(asAnyone(ctx), board.slug, named.slug)).toBeNull();
  const careful = await aBoard(ctx, { typed: { moderation: "before" } });
  expect((await anIdea(asAnyone(ctx), careful)).state).toBe("held");
});

test("a board takes ideas while it is open, and a draft is not there", async () => {
  const draft = await aBoard(ctx, { publish: false });
  expect(await post(draft.slug)).toMatchObject({ ok: false, reason: "missing" });
  const board = await aBoard(ctx);
  expect(await post(board.slug, {}, {}, later(ctx, -24 * 40))).toMatchObject({ reason: "not_yet" });
  expect(await post(board.slug, {}, {}, later(ctx, 24 * 200))).toMatchObject({ reason: "closed" });
});

test("what lacks words is refused with what to do", async () => {
  const board = await aBoard(ctx);
  expect(await post(board.slug, { title: "", text: "Short", email: "nobody" })).toMatchObject({
    reason: "invalid",
    fields: {
      title: ["ideas.problems.title"],
      text: ["ideas.problems.text"],
      email: ["problems.email"],
    },
  });
});
