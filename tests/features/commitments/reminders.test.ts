import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { messages } from "~/db/tables/platform";
import { addEvidence } from "~/features/commitments/add-evidence.server";
import { finishReminder } from "~/features/commitments/finish-reminder.server";
import { ownCommitment } from "~/features/commitments/own-commitment.server";
import { listReminderTasks } from "~/features/commitments/read-staff.server";
import { redateCommitment } from "~/features/commitments/redate-commitment.server";
import { remindOwners } from "~/features/commitments/remind-owners.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import { aCommitment, BRIDGES } from "../../support/commitments";
import { aBorough, aHouse, asStaff, at } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const on = (wall: string): Ctx => ({ ...asSystem(ctx, "clock"), now: at(wall) });
const told = async (id: string) =>
  (await ctx.db.select().from(messages).where(eq(messages.aboutId, id))).filter(
    (message) => message.state !== "withdrawn",
  );

describe("reminding the owner", () => {
  test("happens a week before, on the day and once it is over, each once, also when it runs twice at once", async () => {
    const { commitment } = await aCommitment(ctx, { due: { day: "2026-06-30", precision: "day" } });
    await remindOwners(on("2026-06-22T10:00"));
    expect(await told(commitment.id)).toHaveLength(0);
    for (const day of ["2026-06-23", "2026-06-24", "2026-06-30", "2026-07-01", "2026-07-02"]) {
      await Promise.all([remindOwners(on(`${day}T09:00`)), remindOwners(on(`${day}T09:00`))]);
    }
    const sent = await told(commitment.id);
    expect(sent.map((message) => message.recipient)).toEqual(Array(3).fill("parks@example.org"));
    expect(sent.map((message) => message.subject).sort()).toEqual([
      "Due in a week or less: a commitment of yours",
      "Due today: a commitment of yours",
      "Overdue: a commitment of yours",
    ]);
    expect(sent[0]?.text).toContain(`/commitments/${commitment.number}`);
  });

  test("begins anew with another date or another owner, takes the old one back, and ends with the commitment", async () => {
    const { commitment } = await aCommitment(ctx, { due: { day: "2026-06-05", precision: "day" } });
    const { number } = commitment;
    await remindOwners(on("2026-06-01T10:00"));
    expect(await told(commitment.id)).toHaveLength(1);
    const typed = { dueDay: "2026-06-08", precision: "day", day: "2026-06-01", words: "Rain." };
    await redateCommitment(asStaff(ctx), { number, typed });
    expect(await told(commitment.id)).toHaveLength(0);
    await remindOwners(on("2026-06-01T11:00"));
    expect(await told(commitment.id)).toHaveLength(1);
    const other = {
      organisation: "canal-bridges",
      role: "Head of Locks",
      email: "locks@example.org",
      words: "",
    };
    await ownCommitment(asStaff(ctx), { number, typed: other });
    await remindOwners(on("2026-06-01T12:00"));
    expect((await told(commitment.id)).map((message) => message.recipient)).toEqual(["locks@example.org"]);
    const shown = { words: "It stands.", link: "", day: "2026-06-01", done: "yes" };
    await addEvidence(asStaff(ctx), { number, typed: shown });
    await remindOwners(on("2026-06-20T10:00"));
    expect(await told(commitment.id)).toHaveLength(0);
  });

  test("is a task for staff where the office has no address, until somebody has done it", async () => {
    const { commitment } = await aCommitment(ctx, {
      owner: { organisationId: BRIDGES, role: "Churchwarden" },
      due: { day: "2026-06-04", precision: "day" },
    });
    await remindOwners(on("2026-06-01T10:00"));
    const mine = async () => (await listReminderTasks(ctx)).filter((one) => one.number === commitment.number);
    expect(await mine()).toMatchObject([{ role: "Churchwarden", moment: "before", dueDay: "2026-06-04" }]);
    expect(await told(commitment.id)).toHaveLength(0);
    expect(await finishReminder(asStaff(ctx), { number: commitment.number })).toEqual({ ok: true });
    expect(await mine()).toEqual([]);
  });

  test("leaves alone what has no owner and what was over long ago", async () => {
    const none = await aCommitment(ctx, { owner: null, due: { day: "2026-06-03", precision: "day" } });
    const old = await aCommitment(ctx, {
      madeDay: "2025-01-01",
      due: { day: "2025-02-01", precision: "day" },
    });
    await remindOwners(on("2026-06-01T10:00"));
    expect(await told(none.commitment.id)).toHaveLength(0);
    expect(await told(old.commitment.id)).toHaveLength(0);
  });
});
