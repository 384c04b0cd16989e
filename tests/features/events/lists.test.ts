import { beforeAll, expect, test } from "vitest";
import { registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import { approveRegistration } from "~/features/events/approve-registration.server";
import type { EventRow } from "~/features/events/read.server";
import {
  countNeedsAsked,
  findDoorPlace,
  listDoorSheet,
  listParties,
  PARTIES_PAGE,
  SHEET,
  type Standing,
} from "~/features/events/read-registrations.server";
import { foldName } from "~/features/people/record-participant.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { aBorough, aHouse, anEvent, aRegistration, asStaff, getRegistration } from "../../support/factories";

const MANY = 450;
let ctx: Ctx;
let event: EventRow;

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  event = await anEvent(ctx, { capacity: "1" });
  const first = await aRegistration(ctx, event, { name: "Zz", needs: ["step_free"] });
  await aRegistration(ctx, event, { needs: ["step_free"] });
  const { participantId, ...row } = await getRegistration(ctx, first.id);
  await ctx.store.transact(["many"], async (tx) => {
    for (let n = 0; n < MANY; n += 1) {
      const name = `Person ${(n * 7919) % MANY}`;
      const id = newId();
      await tx.insert(participants).values({
        id,
        name,
        nameFolded: foldName(name),
        preferredContact: "none",
        kind: "resident",
        locale: "en",
        createdAt: ctx.now,
      });
      await tx.insert(registrations).values({
        ...row,
        id: newId(),
        participantId: id,
        reference: `P${n}`,
        submission: null,
        queueNumber: 10 + n,
      });
    }
  });
});

test("everyone who is coming is on one page or another, in order, and nobody twice", async () => {
  const seen: number[] = [];
  let after: number | undefined;
  for (;;) {
    const page = await listParties(ctx, { eventId: event.id, standing: "coming", after });
    expect(page.parties.length).toBeLessThanOrEqual(PARTIES_PAGE);
    seen.push(...page.parties.map(({ registration }) => registration.queueNumber));
    if (page.more === null) break;
    after = page.more;
  }
  expect(seen).toHaveLength(MANY + 1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  const waiting = await listParties(ctx, { eventId: event.id, standing: "waiting" });
  expect(waiting.parties).toMatchObject([{ needs: ["step_free"], isDuplicate: false }]);
  expect(await countNeedsAsked(ctx, event.id)).toEqual([{ need: "step_free", n: 1 }]);
});

test("the sheets for the door hold every name once, in the order of names", async () => {
  const names: string[] = [];
  let from: Awaited<ReturnType<typeof findDoorPlace>> = null;
  for (;;) {
    const sheet = await listDoorSheet(ctx, event.id, from);
    expect(sheet.rows.length).toBeLessThanOrEqual(SHEET);
    names.push(...sheet.rows.map((row) => row.folded));
    if (!sheet.next) break;
    from = await findDoorPlace(ctx, sheet.next);
  }
  expect(names).toHaveLength(MANY + 1);
  expect(names).toEqual([...names].sort());
  expect(names.at(-1)).toBe("zz");
});

test("who asks to come stands apart from the queue until there is an answer", async () => {
  const room = await anEvent(ctx, { registration: "approval", capacity: "1" });
  const yes = await aRegistration(ctx, room, {});
  const later = await aRegistration(ctx, room, {});
  const asking = await aRegistration(ctx, room, {});
  for (const { id } of [yes, later]) await approveRegistration(asStaff(ctx), { id });
  const idsOf = async (standing: Standing) => {
    const { parties } = await listParties(ctx, { eventId: room.id, standing });
    return parties.map(({ registration }) => registration.id);
  };
  expect(await idsOf("asking")).toEqual([asking.id]);
  expect(await idsOf("coming")).toEqual([yes.id]);
  expect(await idsOf("waiting")).toEqual([later.id]);
});
