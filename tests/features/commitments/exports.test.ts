import { beforeAll, describe, expect, test } from "vitest";
import { addEvidence } from "~/features/commitments/add-evidence.server";
import { exportCommitments } from "~/features/commitments/export-api.server";
import { dueCalendar } from "~/features/commitments/export-calendar.server";
import { commitmentsFeed } from "~/features/commitments/export-feed.server";
import { listDue, listForFeed } from "~/features/commitments/read.server";
import type { Ctx } from "~/platform/context.server";
import { aCommitment } from "../../support/commitments";
import { aBorough, aHouse, asStaff } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  for (const n of [1, 2, 3]) {
    await aCommitment(ctx, {
      text: `Bench <${n}> will stand.`,
      due: { day: `2026-0${n + 5}-10`, precision: n === 2 ? "quarter" : "day" },
    });
  }
  const typed = { words: "It stands.", link: "", day: "2026-06-01", done: "yes" };
  await addEvidence(asStaff(ctx), { number: 1, typed });
});

describe("commitments for programs", () => {
  test("come by pages, with the first date beside the one of now, and never with an address of an office", async () => {
    const first = await exportCommitments(ctx, new URLSearchParams({ limit: "2" }));
    if (!first.ok) throw new Error(JSON.stringify(first));
    expect(first.page.commitments.map(({ number, state }) => [number, state])).toEqual([
      [3, "open"],
      [2, "open"],
    ]);
    expect(first.page.commitments[1]).toMatchObject({
      due: { lastDay: "2026-09-30", precision: "quarter" },
      firstDue: { lastDay: "2026-09-30", precision: "quarter" },
      owner: { role: "Head of Parks", organisation: "Canal Bridges" },
    });
    expect(JSON.stringify(first)).not.toContain("parks@example.org");
    const next = new URL(first.page.next ?? "").searchParams;
    const second = await exportCommitments(ctx, next);
    expect(second.ok && second.page.commitments.map(({ number }) => number)).toEqual([1]);
    expect(second.ok && second.page.next).toBeNull();
  });

  test("refuse filters that there are not", async () => {
    for (const query of ["colour=red", "state=gone", "owner=nobody", "neighbourhood=nowhere", "limit=0"]) {
      expect((await exportCommitments(ctx, new URLSearchParams(query))).ok, query).toBe(false);
    }
  });

  test("stand in a calendar on their last day, and leave it once they are done", async () => {
    const file = dueCalendar(
      ctx,
      "What falls due",
      await listDue(ctx, { from: "2026-01-01", to: "9999-12-31" }),
    );
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(file).toContain("DTSTART;VALUE=DATE:20260930");
    expect(file).not.toContain("Bench <1>");
  });

  test("stand in the feed with their state, the last changed first, and no mark-up of theirs", async () => {
    const feed = commitmentsFeed(ctx, "Commitments", await listForFeed(ctx));
    expect(feed.match(/<item>/g)).toHaveLength(3);
    expect(feed).toContain("Bench &lt;1&gt; will stand.");
    expect(feed).toContain("Done on time");
  });
});
