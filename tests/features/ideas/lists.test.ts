import { beforeAll, expect, test } from "vitest";
import { exportIdeas } from "~/features/ideas/export-api.server";
import { ideasFeed } from "~/features/ideas/export-feed.server";
import { judgeAtOnce } from "~/features/ideas/judge-case.server";
import { findBoardRow, findIdea } from "~/features/ideas/read.server";
import { listBoards, listIdeaPaths } from "~/features/ideas/read-boards.server";
import { countByPlace, type ListChoice, listIdeas, listNewest } from "~/features/ideas/read-list.server";
import { listSimilar } from "~/features/ideas/read-similar.server";
import type { Ctx } from "~/platform/context.server";
import { searchFor } from "~/platform/search.server";
import { aBorough, aHouse, asAnyone, later } from "../../support/factories";
import { aBoard, anIdea, supports } from "../../support/ideas";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

async function boardWith(n: number) {
  const made = await aBoard(ctx);
  const slugs: string[] = [];
  for (let at = 0; at < n; at += 1) {
    const when = later(ctx, -24 * 20 + at);
    slugs.push((await anIdea(asAnyone(when), made, { title: `Something for street ${at}` })).slug);
  }
  const board = await findBoardRow(ctx, made);
  if (!board) throw new Error("no board");
  return { board, slugs };
}

async function throughAll(
  from: Ctx,
  board: NonNullable<Awaited<ReturnType<typeof findBoardRow>>>,
  choice: ListChoice,
) {
  const seen: string[][] = [];
  let after: string | undefined;
  do {
    const page = await listIdeas(from, board, { ...choice, after });
    seen.push(page.ideas.map((one) => one.idea.slug));
    after = page.next ?? undefined;
  } while (after);
  return seen;
}

test("every order goes through every idea once, page by page", async () => {
  const { board, slugs } = await boardWith(47);
  for (const sort of ["turn", "new", "support", "comments"] as const) {
    const pages = await throughAll(ctx, board, { sort });
    expect(pages.map((page) => page.length)).toEqual([20, 20, 7]);
    expect(new Set(pages.flat())).toEqual(new Set(slugs));
  }
  const [first] = await throughAll(ctx, board, { sort: "new" });
  expect(first?.[0]).toBe(slugs.at(-1));
});

test("in turn, each idea stands on the first page equally often, and new ones stand first", async () => {
  const { board, slugs } = await boardWith(40);
  const tops: string[] = [];
  for (let day = 0; day < 4; day += 1) {
    const list = await listIdeas(later(ctx, 24 * day), board, { sort: "turn" });
    tops.push(...list.ideas.map((one) => one.idea.slug));
  }
  for (const slug of slugs) expect(tops.filter((one) => one === slug)).toHaveLength(2);
  const fresh = await anIdea(asAnyone(ctx), board, { title: "Brand new today" });
  const today = await listIdeas(ctx, board, { sort: "turn" });
  expect(today.ideas[0]?.idea.slug).toBe(fresh.slug);
  expect((await listIdeas(later(ctx, 5), board, { sort: "turn" })).ideas).toEqual(today.ideas);
});

test("a list that was begun goes on where it was, although ideas come in meanwhile", async () => {
  const { board, slugs } = await boardWith(30);
  const begun = await listIdeas(ctx, board, { sort: "turn" });
  for (let n = 0; n < 3; n += 1) await anIdea(asAnyone(ctx), board, { title: `Late idea ${n}` });
  const rest = await listIdeas(ctx, board, { sort: "turn", after: begun.next ?? "" });
  const both = [...begun.ideas, ...rest.ideas].map((one) => one.idea.slug);
  expect(new Set(both.filter((slug) => slugs.includes(slug))).size).toBe(30);
});

test("a board is narrowed by neighbourhood, theme and words, and sorted by support", async () => {
  const board = await aBoard(ctx);
  const anyone = asAnyone(ctx);
  const one = await anIdea(anyone, board, { title: "Lights under the bridge", neighbourhood: "canalside" });
  await anIdea(anyone, board, { title: "A slow walking group", neighbourhood: "highdown" });
  await supports(anyone, board, one, "somebody");
  const row = await findBoardRow(ctx, board);
  if (!row) throw new Error("no board");
  const slugs = async (choice: Partial<ListChoice>) =>
    (await listIdeas(ctx, row, { sort: "support", ...choice })).ideas.map(({ idea }) => idea.slug);
  expect(await slugs({})).toEqual([one.slug, "a-slow-walking-group"]);
  expect(await slugs({ words: "walking" })).toEqual(["a-slow-walking-group"]);
  const places = await countByPlace(ctx, row.id);
  expect([...places.values()]).toEqual([1, 1]);
  const [near] = [...places.keys()];
  expect(await slugs({ neighbourhoodId: near })).toHaveLength(1);
});

test("like ideas are found by what they say, and others are not", async () => {
  const board = await aBoard(ctx);
  await anIdea(asAnyone(ctx), board, {
    title: "Benches by the crossing",
    text: "For people who cannot stand.",
  });
  await anIdea(asAnyone(ctx), board, { title: "A choir in the afternoon", text: "We all used to sing." });
  const row = await findBoardRow(ctx, board);
  if (!row) throw new Error("no board");
  const like = (title: string) => listSimilar(ctx, row, { title, text: "It would make a difference." });
  expect((await like("More benches at every crossing")).map(({ idea }) => idea.title)).toEqual([
    "Benches by the crossing",
  ]);
  expect(await like("Free swimming for children")).toEqual([]);
});

test("an idea that is taken out is gone everywhere at once, and back when it is put back", async () => {
  const board = await aBoard(ctx);
  const anyone = asAnyone(ctx);
  const idea = await anIdea(anyone, board, { title: "Zebra stripes on the parade" });
  await supports(anyone, board, idea, "somebody");
  const path = `/ideas/${board.slug}/${idea.slug}`;
  const row = await findBoardRow(ctx, board);
  if (!row) throw new Error("no board");
  const places = async () => {
    const api = await exportIdeas(anyone, board.slug, new URLSearchParams());
    const listed = (await listBoards(anyone, "open")).find((one) => one.board.id === board.id);
    return {
      page: (await findIdea(anyone, board.slug, idea.slug)) !== null,
      list: (await listIdeas(anyone, row, { sort: "turn" })).total,
      search: (await searchFor(anyone, "zebra")).some((one) => one.path === path),
      feed: ideasFeed(anyone, row, await listNewest(anyone, { boardId: board.id, limit: 50 })).includes(path),
      api: api.ok && api.page.ideas.length,
      map: (await listIdeaPaths(anyone)).includes(path),
      counts: [listed?.ideas, listed?.support],
    };
  };
  const shown = { page: true, list: 1, search: true, feed: true, api: 1, map: true, counts: [1, 1] };
  expect(await places()).toEqual(shown);
  const subject = { kind: "idea" as const, id: idea.id };
  const remove = { decision: "remove", reason: "names_somebody" };
  await judgeAtOnce(ctx, { subject, typed: remove });
  expect(await places()).toEqual({
    page: false,
    list: 0,
    search: false,
    feed: false,
    api: 0,
    map: false,
    counts: [0, 0],
  });
  await judgeAtOnce(ctx, { subject, typed: { decision: "show" } });
  expect(await places()).toEqual(shown);
});
