import { beforeAll, expect, test } from "vitest";
import { type Ctx, write } from "~/platform/context.server";
import { linkThings, listCauses, listEffects, unlinkThings } from "~/platform/links.server";
import { aHouse } from "../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
});

const note = { kind: "event_note", id: "note-1" };
const idea = { kind: "idea", id: "idea-1" };
const promise = { kind: "commitment", id: "commitment-1" };

test("what came of something is found from both ends, once, until it is taken back", async () => {
  await write(ctx, { locks: [] }, async (inner) => {
    await linkThings(inner, { cause: note, effect: idea });
    await linkThings(inner, { cause: note, effect: idea });
    await linkThings(inner, { cause: idea, effect: promise });
    return { ok: true };
  });
  expect(await listEffects(ctx, "event_note", ["note-1", "note-2"])).toEqual(new Map([["note-1", [idea]]]));
  expect(await listCauses(ctx, "commitment", ["commitment-1"])).toEqual(new Map([["commitment-1", [idea]]]));
  expect(await listCauses(ctx, "idea", ["idea-1"])).toEqual(new Map([["idea-1", [note]]]));
  await write(ctx, { locks: [] }, async (inner) => {
    await unlinkThings(inner, { cause: note, effect: idea });
    return { ok: true };
  });
  expect(await listEffects(ctx, "event_note", ["note-1"])).toEqual(new Map());
  expect(await listEffects(ctx, "idea", ["idea-1"])).toEqual(new Map([["idea-1", [promise]]]));
});
