import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { ideas } from "~/db/tables/ideas";
import { messages } from "~/db/tables/platform";
import { confirmIdea } from "~/features/ideas/confirm-idea.server";
import { askForLink, confirmSupport } from "~/features/ideas/confirm-support.server";
import { forgetUnconfirmed } from "~/features/ideas/forget-unconfirmed.server";
import { mergeIdeas, undoMerge } from "~/features/ideas/merge-ideas.server";
import { findIdea } from "~/features/ideas/read.server";
import { getStory } from "~/features/ideas/read-story.server";
import { splitIdea } from "~/features/ideas/split-idea.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, later } from "../../support/factories";
import { aBoard, anIdea, countOf, supports } from "../../support/ideas";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const toldTo = (email: string) => ctx.db.select().from(messages).where(eq(messages.recipient, email));

/** The secret part of the address in the newest message to somebody. */
async function linkTo(email: string, part: string): Promise<string> {
  const [last] = (await toldTo(email)).filter((one) => one.text.includes(`/ideas/${part}/`)).slice(-1);
  const found = last?.text.match(new RegExp(`/ideas/${part}/([\\w-]+)`));
  return found?.[1] ?? expect.fail(`no link for ${email}`);
}

test("on a board that asks for links an idea waits for its author, once, and is deleted when nobody comes", async () => {
  const board = await aBoard(ctx, { typed: { asksLink: "yes" } });
  const idea = await anIdea(asAnyone(ctx), board, { email: "Ama@example.org" });
  const lost = await anIdea(asAnyone(ctx), board, { email: "nobody@example.org", title: "Lost for ever" });
  expect([idea.state, lost.state]).toEqual(["unconfirmed", "unconfirmed"]);
  const link = await linkTo("ama@example.org", "confirm");
  expect(await confirmIdea(asAnyone(ctx), { link })).toMatchObject({ ok: true, state: "live" });
  expect(await confirmIdea(asAnyone(ctx), { link })).toMatchObject({ reason: "missing" });
  expect(await confirmIdea(asAnyone(ctx), { link: link.replace(/.$/, "x") })).toMatchObject({ ok: false });
  await forgetUnconfirmed(later(ctx, 24 * 15));
  expect(await ctx.db.select().from(ideas).where(eq(ideas.id, lost.id))).toEqual([]);
  expect((await findIdea(asAnyone(ctx), board.slug, idea.slug))?.seen?.idea.id).toBe(idea.id);
  expect(await toldTo("nobody@example.org")).toEqual([]);
});

test("the same address supports once, from whichever browser, and an old link supports nothing", async () => {
  const board = await aBoard(ctx, { typed: { asksLink: "yes" } });
  const idea = await anIdea(ctx, board, { email: "author@example.org" });
  await confirmIdea(asAnyone(ctx), { link: await linkTo("author@example.org", "confirm") });
  expect(await supports(asAnyone(ctx), board, idea, "a browser")).toMatchObject({ reason: "asks_link" });
  for (const email of ["sam@example.org", "SAM@example.org "]) {
    const asked = { board: board.slug, idea: idea.slug, typed: { email }, locale: "en" as const };
    expect(await askForLink(asAnyone(ctx), { ...asked, limitBy: null })).toEqual({ ok: true });
    expect(await countOf(ctx, idea.id)).toBe(email.startsWith("sam") ? 0 : 1);
    const link = await linkTo("sam@example.org", "support");
    expect(await confirmSupport(asAnyone(ctx), { link, source: null })).toMatchObject({ ok: true });
    expect(await confirmSupport(asAnyone(later(ctx, 25)), { link, source: null })).toMatchObject({
      ok: false,
    });
  }
  expect(await countOf(ctx, idea.id)).toBe(1);
});

test("when ideas are joined, authors and supporters with an address are told once, and credited", async () => {
  const board = await aBoard(ctx, { typed: { asksLink: "yes" } });
  const post = async (email: string, title: string) => {
    const made = await anIdea(asAnyone(ctx), board, { email, title, name: email.split("@")[0] });
    await confirmIdea(asAnyone(ctx), { link: await linkTo(email, "confirm") });
    return made;
  };
  const first = await post("bea@example.org", "Seats by the lock");
  const second = await post("cyd@example.org", "Somewhere to sit");
  for (const idea of [first, second]) {
    const asked = { board: board.slug, idea: idea.slug, typed: { email: "dot@example.org" } };
    await askForLink(asAnyone(ctx), { ...asked, locale: "en", limitBy: null });
    const link = await linkTo("dot@example.org", "support");
    await confirmSupport(asAnyone(ctx), { link, source: null });
    ctx = later(ctx, 0.1);
  }
  const typed = { into: first.id, reason: "Both ask for seats." };
  await mergeIdeas(ctx, { id: second.id, typed });
  await undoMerge(ctx, { id: second.id });
  await mergeIdeas(ctx, { id: second.id, typed });
  for (const email of ["bea@example.org", "cyd@example.org", "dot@example.org"]) {
    const told = (await toldTo(email)).filter(
      (one) => one.subject === "An idea was joined with another one" && one.state !== "withdrawn",
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain("Both ask for seats.");
  }
  expect(await countOf(ctx, first.id)).toBe(1);
  const stands = await findIdea(asAnyone(ctx), board.slug, second.slug);
  expect(stands?.movedTo).toBe(first.slug);
  const seen = (await findIdea(asAnyone(ctx), board.slug, first.slug))?.seen;
  const story = seen ? await getStory(ctx, seen.idea) : null;
  expect(story?.merged.map((one) => one.shownName)).toEqual(["cyd"]);
});

test("an idea that holds two becomes two, with the credit for both and its first words kept", async () => {
  const board = await aBoard(ctx);
  const idea = await anIdea(asAnyone(ctx), board, { name: "Eve", title: "Seats and lights" });
  await supports(asAnyone(ctx), board, idea, "somebody");
  const typed = {
    title: "Seats by the canal",
    text: "Seats with arms.",
    otherTitle: "Lights by the canal",
    otherText: "Lights that stay on.",
    reason: "So that people can support either.",
  };
  const split = await splitIdea(ctx, { id: idea.id, typed });
  expect(split).toMatchObject({ ok: true, slug: "lights-by-the-canal" });
  const other = (await findIdea(asAnyone(ctx), board.slug, "lights-by-the-canal"))?.seen?.idea;
  expect([other?.shownName, other?.supportCount, await countOf(ctx, idea.id)]).toEqual(["Eve", 0, 1]);
});
