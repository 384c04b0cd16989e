import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { ideas } from "~/db/tables/ideas";
import { safeguardingHandOvers } from "~/db/tables/ideas-moderation";
import { auditEvents, messages } from "~/db/tables/platform";
import { appealJudged, appealRemoval } from "~/features/ideas/appeal-removal.server";
import { callAgain } from "~/features/ideas/call-next.server";
import { commentIdea } from "~/features/ideas/comment-idea.server";
import { sourceOf } from "~/features/ideas/hold-source.server";
import { judgeAtOnce, judgeCase } from "~/features/ideas/judge-case.server";
import { loadComments } from "~/features/ideas/load-comments.server";
import { noteHandOver, noteHandOversNoLonger } from "~/features/ideas/note-hand-over.server";
import { pauseComments } from "~/features/ideas/pause-comments.server";
import { findIdea, findIdeaRow } from "~/features/ideas/read.server";
import { countCases, findOwnWords, listCases, ownLink } from "~/features/ideas/read-cases.server";
import { listComments } from "~/features/ideas/read-comments.server";
import { listQuarantined } from "~/features/ideas/read-quarantine.server";
import { findHandOvers } from "~/features/ideas/read-rota.server";
import { releaseQuarantined } from "~/features/ideas/release-quarantined.server";
import { reportWords } from "~/features/ideas/report-words.server";
import { supportIdea } from "~/features/ideas/support-idea.server";
import { takeCase } from "~/features/ideas/take-case.server";
import type { Ctx } from "~/platform/context.server";
import { runDueJobs } from "~/platform/jobs.server";
import { aBorough, aHouse, asAnyone, asStaff, HIGHDOWN, later } from "../../support/factories";
import { aBoard, anIdea, aVisitor, supports } from "../../support/ideas";
import { aComment, aPerson, aTurn, commentCounts, idOf, openCaseOf } from "../../support/moderation";

let ctx: Ctx;
let someone: Ctx;
let bryn: Ctx;
let helen: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  someone = asAnyone(ctx);
  bryn = await aPerson(ctx, "Bryn Castle");
  helen = await aPerson(ctx, "Helen Pike", "engagement_lead");
});

const scene = async (typed: Record<string, unknown> = {}) => {
  const board = await aBoard(ctx, { typed });
  const idea = await anIdea(someone, board, { email: "amara@example.org", name: "Amara" });
  return { board, idea };
};
const remove = (reason = "abusive") => ({ decision: "remove", reason });
const countOf = async (id: string) =>
  (await ctx.db.select().from(ideas).where(eq(ideas.id, id)))[0]?.commentCount;
const mailTo = async (to: string) => {
  const rows = await ctx.db.select().from(messages).where(eq(messages.recipient, to));
  return rows.map(({ subject, text }) => `${subject}\n${text}`);
};

describe("comments", () => {
  test("are shown and counted at once, and the same form sent twice is one", async () => {
    const { board, idea } = await scene();
    const form = { board: board.slug, idea: idea.slug, locale: "en", limitBy: null, submissionId: "one" };
    const typed = { text: "Yes, please.", name: "Mo" };
    const first = await commentIdea(someone, { ...form, typed });
    expect(first).toMatchObject({ ok: true, state: "live" });
    expect(await commentIdea(someone, { ...form, typed })).toEqual(first);
    expect(await countOf(idea.id)).toBe(1);
    const { comments } = await listComments(someone, idea.id);
    expect(comments).toMatchObject([{ text: "Yes, please.", shownName: "Mo", badge: null }]);
  });

  test("of staff carry their name and what they are, and of others never", async () => {
    const { board, idea } = await scene();
    await aComment(helen, { board, idea }, "We look into it with Dr Holt of the surgery.");
    await aComment(asStaff(ctx, "resident"), { board, idea }, "I would use it.");
    const { comments } = await listComments(someone, idea.id);
    expect(comments).toMatchObject([
      { shownName: "Helen Pike", badge: "Engagement lead" },
      { shownName: null, badge: null },
    ]);
  });

  test("wait for a person where the board has everything read first, or where words need one", async () => {
    const before = await scene({ moderation: "before" });
    const waiting = await openCaseOf(ctx, before.idea.id);
    expect(waiting).toMatchObject({ cause: "board", isWorrying: false });
    await judgeCase(bryn, { id: waiting.id, typed: { decision: "show" } });
    expect(await aComment(ctx, before)).toMatchObject({ state: "held" });
    const after = await scene();
    expect(await aComment(ctx, after, "Nurse Oduya was rude to my mum.")).toMatchObject({ state: "held" });
    expect(await listComments(someone, after.idea.id)).toEqual({ comments: [], more: null });
    expect(await countOf(after.idea.id)).toBe(0);
  });

  test("are refused while they are paused, and on a board that has closed", async () => {
    const { board, idea } = await scene();
    const form = {
      board: board.slug,
      idea: idea.slug,
      typed: { text: "Hello there" },
      locale: "en",
      limitBy: null,
    };
    expect(await pauseComments(asStaff(ctx, "analyst"), { id: idea.id, paused: true })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await pauseComments(bryn, { id: idea.id, paused: true })).toEqual({ ok: true });
    expect(await commentIdea(someone, form)).toMatchObject({ reason: "paused" });
    await pauseComments(bryn, { id: idea.id, paused: false });
    expect(await commentIdea(later(someone, 24 * 200), form)).toMatchObject({ reason: "closed" });
    expect(await commentIdea(someone, form)).toMatchObject({ ok: true });
  });

  test("are read page by page, each once and in order, five hundred of them", async () => {
    const { board, idea } = await scene();
    const comments = Array.from({ length: 500 }, (_, n) => ({
      ...{ ideaId: idea.id, text: `Said ${n}`, shownName: null, by: null },
      at: new Date(ctx.now.getTime() + Math.floor(n / 3)),
    }));
    await loadComments(ctx, { boardId: board.id, comments });
    expect(await countOf(idea.id)).toBe(500);
    const read: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 40; pages += 1) {
      const page = await listComments(someone, idea.id, after);
      read.push(...page.comments.map(({ id }) => id));
      if (!page.more) break;
      after = page.more;
    }
    expect(read).toHaveLength(500);
    expect(new Set(read).size).toBe(500);
  });
});

describe("a report", () => {
  test("counts once from a browser, and the words stay until a person has looked", async () => {
    const { board, idea } = await scene();
    const comment = await aComment(ctx, { board, idea });
    const report = (device: string, reason = "abusive") =>
      reportWords(someone, {
        ...{
          board: board.slug,
          idea: idea.slug,
          comment: comment.id,
          typed: { reason },
          device,
          limitBy: null,
        },
      });
    expect(await report("a", "because")).toMatchObject({ reason: "invalid" });
    for (const device of ["a", "a", "b"]) expect(await report(device)).toEqual({ ok: true });
    expect((await listComments(someone, idea.id)).comments).toHaveLength(1);
    const { cases } = await listCases(bryn, "waiting");
    expect(cases.find((one) => one.case.subjectId === comment.id)).toMatchObject({ reports: 2 });
    const waiting = await openCaseOf(ctx, comment.id);
    expect(await judgeCase(bryn, { id: waiting.id, typed: { decision: "remove" } })).toMatchObject({
      fields: { reason: [expect.stringContaining("reason")] },
    });
    expect(await judgeCase(bryn, { id: waiting.id, typed: remove() })).toEqual({
      ok: true,
      state: "removed",
    });
    expect(await listComments(someone, idea.id)).toEqual({ comments: [], more: null });
    expect(await countOf(idea.id)).toBe(0);
    expect(await judgeCase(helen, { id: waiting.id, typed: remove() })).toMatchObject({ reason: "changed" });
  });

  test("of somebody in danger goes to whoever’s turn it is", async () => {
    const { board, idea } = await scene();
    const typed = { reason: "worry" };
    const form = { board: board.slug, idea: idea.slug, comment: null, typed, device: "w", limitBy: null };
    await reportWords(someone, form);
    expect(await openCaseOf(ctx, idea.id)).toMatchObject({ isWorrying: true });
    expect((await findIdea(someone, board.slug, idea.slug))?.seen).not.toBeNull();
  });
});

describe("a removal", () => {
  test("takes an idea from its page and the search, and tells its author why and how to appeal", async () => {
    const { board, idea } = await scene({ title: "Larks on the common" });
    expect(
      await judgeAtOnce(asStaff(ctx, "moderator", HIGHDOWN), {
        subject: { kind: "idea", id: idea.id },
        typed: remove(),
      }),
    ).toMatchObject({ reason: "missing" });
    const done = await judgeAtOnce(bryn, {
      subject: { kind: "idea", id: idea.id },
      typed: remove("names_somebody"),
    });
    expect(done).toEqual({ ok: true, state: "removed" });
    expect(await findIdea(someone, board.slug, idea.slug)).toBeNull();
    const found = await findByWords(ctx.db, "benches canal", { limit: 50 });
    expect(found.map(({ path }) => path)).not.toContain(`/ideas/${board.slug}/${idea.slug}`);
    const told = (await mailTo("amara@example.org")).at(-1) ?? "";
    expect(told).toContain(`/your-words/${ownLink(ctx, idea.id)}`);
    expect(told).toContain("names");
    expect(told).not.toContain("Bryn");
  });

  test("can be appealed once, and is decided by somebody else than who removed it", async () => {
    const { board, idea } = await scene();
    const comment = await aComment(ctx, { board, idea }, "The buses never come, and that is a disgrace.");
    const link = ownLink(ctx, comment.id);
    const appeal = { link, typed: { appeal: "I only wrote about buses." } };
    expect(await appealRemoval(someone, appeal)).toMatchObject({ reason: "missing" });
    await judgeAtOnce(bryn, { subject: { kind: "comment", id: comment.id }, typed: remove() });
    expect(await findOwnWords(someone, link)).toMatchObject({
      state: "removed",
      last: { reason: "abusive" },
    });
    expect(await appealRemoval(someone, { ...appeal, typed: { appeal: " " } })).toMatchObject({
      fields: { appeal: ["said.problems.appeal"] },
    });
    expect(await appealRemoval(someone, appeal)).toEqual({ ok: true });
    expect(await appealRemoval(someone, appeal)).toMatchObject({ reason: "used" });
    const waiting = (await listCases(helen, "appeals")).cases.find(
      (one) => one.case.subjectId === comment.id,
    );
    const id = waiting?.id ?? "";
    expect(await appealJudged(bryn, { id, typed: { decision: "granted" } })).toMatchObject({
      reason: "own_removal",
    });
    expect(await appealJudged(helen, { id, typed: { decision: "granted" } })).toMatchObject({ ok: true });
    expect((await listComments(someone, idea.id)).comments).toHaveLength(1);
    expect(await countOf(idea.id)).toBe(1);
    expect(await appealJudged(helen, { id, typed: { decision: "kept" } })).toMatchObject({
      reason: "changed",
    });
    expect(await appealRemoval(someone, appeal)).toMatchObject({ ok: false });
  });

  test("leaves no words and no names in the record of acts", async () => {
    const { board, idea } = await scene();
    const comment = await aComment(ctx, { board, idea }, "Xylophone lessons for all.");
    await judgeAtOnce(bryn, { subject: { kind: "comment", id: comment.id }, typed: remove() });
    const acts = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, comment.id));
    expect(acts.map(({ act }) => act)).toContain("ideas.removed");
    expect(JSON.stringify(acts)).not.toContain("Xylophone");
  });

  test("is nothing for people without the role, and the queue is empty for them", async () => {
    const { idea } = await scene();
    const subject = { kind: "idea" as const, id: idea.id };
    expect(await judgeAtOnce(someone, { subject, typed: remove() })).toMatchObject({ reason: "missing" });
    expect(await judgeAtOnce(asStaff(ctx, "analyst"), { subject, typed: remove() })).toMatchObject({
      reason: "not_allowed",
    });
    expect((await listCases(asStaff(ctx, "analyst"), "waiting")).cases).toEqual([]);
  });
});

describe("words that tell of danger", () => {
  let mina: Ctx;
  let ola: Ctx;
  beforeAll(async () => {
    mina = await aPerson(ctx, "Mina Lead", "neighbourhood_lead").catch(() =>
      aPerson(ctx, "Mina Two", "moderator"),
    );
    ola = await aPerson(ctx, "Ola Cover", "engagement_lead");
    await aTurn(ctx, ola, "cover");
    await aTurn(ctx, mina, "lead");
  });
  const worry = async () => {
    const { board, idea } = await scene();
    const comment = await aComment(ctx, { board, idea }, "My neighbour hits me and I am scared to go home.");
    return { board, idea, comment, found: await openCaseOf(ctx, comment.id) };
  };
  const askedOf = async (who: Ctx, caseId: string) => {
    const rows = await ctx.db.select().from(messages).where(eq(messages.aboutId, caseId));
    return rows.filter(({ key }) => key === `safeguarding:${caseId}:${idOf(who)}`);
  };

  test("are held, and the lead is told at once, without the words", async () => {
    const { comment, found } = await worry();
    expect(comment.state).toBe("held");
    expect(found).toMatchObject({ isWorrying: true, cause: "words" });
    const [mail] = await askedOf(mina, found.id);
    expect(mail?.text).toContain(`/manage/moderation/${found.id}`);
    expect(mail?.text).not.toContain("neighbour hits");
    expect(await askedOf(ola, found.id)).toEqual([]);
    expect((await listCases(bryn, "waiting")).cases[0]?.case.isWorrying).toBe(true);
  });

  test("go to the next of the rota when nobody looks in time, and to nobody once somebody has", async () => {
    const { found } = await worry();
    const seen = await worry();
    await takeCase(bryn, { id: seen.found.id });
    const handlers = { "ideas.escalate": (at: Ctx, id: string) => callAgain(at, { id }) };
    await runDueJobs(later(ctx, 3), handlers);
    expect(await askedOf(ola, found.id)).toEqual([]);
    await runDueJobs(later(ctx, 5), handlers);
    expect(await askedOf(ola, found.id)).toHaveLength(1);
    expect(await askedOf(ola, seen.found.id)).toEqual([]);
    await runDueJobs(later(ctx, 10), handlers);
    expect(await askedOf(ola, found.id)).toHaveLength(1);
  });

  test("are passed on by those whose turn it is alone; the note of it names nobody and goes in time", async () => {
    const { found } = await worry();
    const typed = { service: "adults" };
    expect(await noteHandOver(bryn, { id: found.id, typed })).toMatchObject({ reason: "not_allowed" });
    expect(await noteHandOver(mina, { id: found.id, typed: {} })).toMatchObject({ reason: "invalid" });
    expect(await noteHandOver(mina, { id: found.id, typed })).toEqual({ ok: true });
    expect(await findHandOvers(bryn, found.id)).toBeNull();
    expect(await findHandOvers(ola, found.id)).toMatchObject([{ service: "adults", by: expect.any(String) }]);
    await noteHandOversNoLonger(later(ctx, 24 * 300));
    expect(await ctx.db.select().from(safeguardingHandOvers)).toHaveLength(1);
    await noteHandOversNoLonger(later(ctx, 24 * 400));
    expect(await ctx.db.select().from(safeguardingHandOvers)).toEqual([]);
  });

  test("stand first in the count of what waits", async () => {
    const before = await countCases(bryn);
    await worry();
    const after = await countCases(bryn);
    expect(after).toMatchObject({ waiting: before.waiting + 1, worrying: before.worrying + 1 });
  });
});

describe("a flood of comments from one source", () => {
  test("is put aside whole, counts nowhere, and counts again once it is let out", async () => {
    const { board, idea } = await scene();
    await aComment(ctx, { board, idea });
    for (let n = 0; n < 40; n += 1) {
      await commentIdea(someone, {
        ...{ board: board.slug, idea: idea.slug, typed: { text: `Buy it now, ${n}` }, locale: "en" },
        limitBy: "203.0.113.9",
      });
    }
    expect(await countOf(idea.id)).toBe(1);
    expect((await listComments(someone, idea.id)).comments).toHaveLength(1);
    const [group] = await listQuarantined(bryn);
    expect(group).toMatchObject({ comments: 40 });
    expect(JSON.stringify(group)).not.toContain("203.0.113.9");
    const sources = [group?.source ?? ""];
    expect(await releaseQuarantined(asStaff(ctx, "analyst"), { sources })).toMatchObject({ ok: false });
    expect(await releaseQuarantined(bryn, { sources })).toEqual({ ok: true, released: 40 });
    expect(await countOf(idea.id)).toBe(41);
    expect(await listQuarantined(bryn)).toEqual([]);
  });
});

describe("the kept number of comments", () => {
  test("equals a recount after any history", async () => {
    const { board } = await scene();
    const several = await Promise.all(
      ["Lamps on the towpath", "A quiet hour at the surgery", "Soup on Fridays"].map((title) =>
        anIdea(someone, board, { title }),
      ),
    );
    const acts = fc.array(
      fc.record({ what: fc.constantFrom("say", "worry", "remove", "show"), n: fc.nat(99) }),
      {
        minLength: 5,
        maxLength: 25,
      },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (history) => {
        const made: string[] = [];
        for (const { what, n } of history) {
          const idea = several[n % several.length];
          const id = made[n % Math.max(1, made.length)];
          if (!idea) continue;
          if (what === "say") made.push((await aComment(ctx, { board, idea }, `Said ${n}`)).id);
          else if (what === "worry") made.push((await aComment(ctx, { board, idea }, "He hits me.")).id);
          else if (id && what === "remove") {
            await judgeAtOnce(bryn, { subject: { kind: "comment", id }, typed: remove() });
          } else if (id) {
            const open = await openCaseOf(ctx, id).catch(() => null);
            if (open) await judgeCase(bryn, { id: open.id, typed: { decision: "show" } });
          }
        }
        for (const { kept, recounted } of await commentCounts(ctx)) expect(kept).toBe(recounted);
      }),
      { numRuns: 12 },
    );
  });
});

describe("a hundred scripted supports from one source", () => {
  test("are put aside whole and uncounted; staff see them and let them all out at once, and then they count", async () => {
    const { board, idea } = await scene();
    await supports(someone, board, idea, "a neighbour");
    const address = "203.0.113.77";
    for (let n = 0; n < 100; n += 1) {
      const visitor = { ...aVisitor(`script ${n}`), source: sourceOf(ctx, address) };
      const given = await supportIdea(someone, {
        board: board.slug,
        idea: idea.slug,
        visitor,
        limitBy: address,
      });
      expect(given.ok).toBe(true);
    }
    expect((await findIdeaRow(ctx, idea.id))?.supportCount).toBe(1);
    const group = (await listQuarantined(bryn)).find(({ supports }) => supports === 100);
    expect(JSON.stringify(group)).not.toContain(address);
    expect(await releaseQuarantined(bryn, { sources: [group?.source ?? ""] })).toEqual({
      ok: true,
      released: 100,
    });
    expect((await findIdeaRow(ctx, idea.id))?.supportCount).toBe(101);
    // One more from there does not put them aside again.
    const late = { ...aVisitor("late"), source: sourceOf(ctx, address) };
    await supportIdea(later(someone, 1), {
      board: board.slug,
      idea: idea.slug,
      visitor: late,
      limitBy: address,
    });
    expect((await findIdeaRow(ctx, idea.id))?.supportCount).toBe(102);
  });
});
