import { beforeAll, describe, expect, test } from "vitest";
import { readCommitments } from "~/demo/commitments-sheet";
import { loadDemo } from "~/demo/load-demo.server";
import { milestoneFigures, promiseFigures } from "~/features/commitments/figures.server";
import { findCommitment, listActs, listCommitments } from "~/features/commitments/read.server";
import { findMilestone } from "~/features/commitments/read-milestones.server";
import { listReminderTasks } from "~/features/commitments/read-staff.server";
import { stateOf } from "~/features/commitments/state";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { at } from "../support/factories";
import { freshDatabase } from "../support/fresh-database";

/** Long after the sheet was written: what it comes to must hold on whichever day it is loaded. */
const LATER = at("2027-02-10T10:00");

let ctx: Ctx;
beforeAll(async () => {
  const store = await freshDatabase();
  const options = { now: LATER, origin: "http://localhost:3000", secret: "only-for-tests".repeat(4) };
  await loadDemo(store, options);
  ctx = { store, db: store.db, actor: { kind: "anyone" }, ...options };
}, 240_000);

const { totals } = readCommitments();

describe("the commitments of the demonstration", () => {
  test("come to the totals of the sheet, whenever it is loaded", async () => {
    const figures = await promiseFigures(ctx);
    const { states } = figures;
    expect({
      all: figures.all,
      onTime: states.done,
      late: states.done_late,
      overdue: states.overdue,
      notDue: states.open + states.needs_owner,
      withdrawn: states.withdrawn,
      noOwner: figures.noOwner,
      redatedTwice: figures.redatedTwice,
      milestones: (await milestoneFigures(ctx)).all,
    }).toEqual(totals);
    expect(figures).toMatchObject({ fellDue: 30, doneOnTime: 17, onTimeRate: 57 });
  });

  test("answer the committee's question of June late, and say so", async () => {
    const { commitments } = await listCommitments(ctx, { limit: 100 });
    const found = commitments.find(({ commitment }) => /formal way/.test(commitment.said));
    expect(found?.commitment).toMatchObject({ dueDay: "2025-09-30", doneDay: "2025-11-12" });
    expect(found && stateOf(found.commitment, dayOf(LATER))).toBe("done_late");
    const seen = await findCommitment(ctx, String(found?.commitment.number));
    expect((await listActs(ctx, seen?.commitment.id ?? "")).map(({ act }) => act.act)).toEqual([
      "made",
      "evidence",
      "done",
    ]);
  });

  test("keep an owner without an address on the list of staff", async () => {
    expect((await listReminderTasks(ctx)).map(({ organisation }) => organisation)).toContain(
      "St Brannock Good Neighbours",
    );
  });

  test("have one milestone that papers do not agree on", async () => {
    const figures = await milestoneFigures(ctx);
    expect(figures.inConflict).toBe(1);
    const found = await findMilestone(ctx, "the-agreement-to-share-records-is-signed-by-all-thirteen");
    expect(found?.dates).toHaveLength(3);
  });
});
